package org.lstm4j.interop.onnx;

import org.lstm4j.model.FileFaults;

/// How many things may still be made for the structure of one model, so that a file of a few bytes a thing cannot fill the memory with
/// objects of hundreds. Mutable.
final class Allowance {

    private static final int MOST = 1 << 20;

    private final FileFaults faults;
    private int left = MOST;

    Allowance(FileFaults faults) {
        this.faults = faults;
    }

    void takeOne() {
        if (left-- == 0) {
            throw faults.unusable("the graph is too large", "at most " + MOST + " nodes, names, settings and sizes",
                    "more", "export the model without what is not needed for its answers");
        }
    }
}
