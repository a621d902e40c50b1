package org.lstm4j.interop.onnx;

/// How a network is written.
///
/// @param states whether the states that recurrent layers begin with are inputs, and those they come to outputs, so that a sequence can go on
///        where another call ended. See [OnnxWriter]
public record ExportOptions(boolean states) {

    /// Sequences that begin with zeros.
    public static final ExportOptions PLAIN = new ExportOptions(false);

    public ExportOptions withStates(boolean wanted) {
        return new ExportOptions(wanted);
    }
}
