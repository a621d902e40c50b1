/// DJL on its PyTorch engine, which is the same official libtorch as that of the peer `libtorch`, through another binding.
@NullMarked
package org.lstm4j.peers.djl;

import org.jspecify.annotations.NullMarked;
