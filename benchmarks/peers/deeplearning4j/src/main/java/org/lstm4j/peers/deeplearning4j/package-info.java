/// Deeplearning4j on ND4J's native back end.
@NullMarked
package org.lstm4j.peers.deeplearning4j;

import org.jspecify.annotations.NullMarked;
