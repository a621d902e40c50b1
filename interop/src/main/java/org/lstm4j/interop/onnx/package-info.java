/// Models of the Open Neural Network Exchange, ONNX, in and out.
///
/// Reading: [org.lstm4j.interop.onnx.ModelParser] makes records of the file; [org.lstm4j.interop.onnx.GraphReading] goes through the nodes in
/// order and keeps for each value what it is: constant numbers, sizes, zeros, or the data after some layers with its axes in some order. Rules
/// by kind of node are in the classes ending in `Nodes`. What comes out at the end is a row of layers.
///
/// Writing: [org.lstm4j.interop.onnx.OnnxWriter] goes through the layers of a network and [org.lstm4j.interop.onnx.GraphBuilder] collects nodes; what
/// a kind of layer becomes is in the classes ending in `Export`.
///
/// Whole forecasters: [org.lstm4j.interop.onnx.ForecasterWriter] puts around a network what is done before and after it, in the classes that begin
/// with `Forecast`; [org.lstm4j.interop.onnx.ForecasterSignature] says what goes in and what comes out.
///
/// Source: the ONNX specification, onnx.proto3 and Operators.md.
@NullMarked
package org.lstm4j.interop.onnx;

import org.jspecify.annotations.NullMarked;
