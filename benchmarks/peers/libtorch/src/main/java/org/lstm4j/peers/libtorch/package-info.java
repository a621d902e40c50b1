/// libtorch, PyTorch's C++ library, through JavaCPP's bindings: its front end as its documentation shows it. The modules
/// `libtorch` and `libtorch-openblas` run the same program on two builds of the library.
@NullMarked
package org.lstm4j.peers.libtorch;

import org.jspecify.annotations.NullMarked;
