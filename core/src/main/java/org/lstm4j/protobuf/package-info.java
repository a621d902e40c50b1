/// Messages as Protocol Buffers encode them, written by hand: TensorBoard's events, ONNX' models.
@NullMarked
package org.lstm4j.protobuf;

import org.jspecify.annotations.NullMarked;
