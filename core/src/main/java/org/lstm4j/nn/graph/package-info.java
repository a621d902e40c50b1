/// Networks of several inputs and outputs: a small graph of layers, which is itself a layer.
@NullMarked
package org.lstm4j.nn.graph;

import org.jspecify.annotations.NullMarked;
