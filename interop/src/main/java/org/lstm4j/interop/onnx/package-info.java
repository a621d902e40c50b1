/// Models of the Open Neural Network Exchange, ONNX, in and out.
///
/// Reading: [org.lstm4j.interop.onnx.ModelParser] makes records of the file; [org.lstm4j.interop.onnx.GraphReading] goes through the nodes in
/// order and keeps for each value what it is: constant numbers, sizes, zeros, or the data after some layers with its axes in some order. Rules
/// by kind of node are in the classes ending in `Nodes`. What comes out at the end is a row of layers.
///
/// Source: the ONNX specification, onnx.proto3 and Operators.md, operator sets 7 to 22.
@NullMarked
package org.lstm4j.interop.onnx;

import org.jspecify.annotations.NullMarked;
