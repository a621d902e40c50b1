/// TensorFlow-Java. It has no LSTM layer, so the network is a graph of its raw operations, backward pass and Adam included.
@NullMarked
package org.lstm4j.peers.tensorflow;

import org.jspecify.annotations.NullMarked;
