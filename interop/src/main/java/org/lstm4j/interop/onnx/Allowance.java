package org.lstm4j.interop.onnx;

import org.lstm4j.model.FileFaults;

/// How much memory the structure of one model may still take, so that a file of a few bytes a thing cannot fill it with objects of hundreds.
/// Mutable.
final class Allowance {

    /// About what each takes, with what is worked out about it later.
    static final int NODE = 640;
    static final int TENSOR = 1024;
    static final int NAME = 384;
    static final int NUMBER = 64;

    private static final int MOST = 40 << 20;

    private final FileFaults faults;
    private int left = MOST;

    Allowance(FileFaults faults) {
        this.faults = faults;
    }

    /// @param bytes one of the sizes above
    void take(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw faults.unusable("the graph is too large", "at most " + MOST / (NODE + 3 * NAME)
                    + " nodes of three names each, or as much of other things", "more",
                    "export the model without what is not needed for its answers");
        }
    }
}
