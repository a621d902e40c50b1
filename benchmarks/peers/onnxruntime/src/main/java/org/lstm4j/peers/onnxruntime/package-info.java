/// ONNX Runtime, which infers only, on a model file made here byte by byte.
@NullMarked
package org.lstm4j.peers.onnxruntime;

import org.jspecify.annotations.NullMarked;
