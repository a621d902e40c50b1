package org.lstm4j.benchmarks.protocol;

/// A library that can be measured. Methods that it does not offer stay as they are and say so when called.
///
/// One object serves one process: [#useThreads] is called once and first, then one of the others.
public interface Peer {

    /// What runs, with the version of the library that does the arithmetic, as it says so itself; no commas.
    String version();

    /// Sets how many threads compute, as the library's own documentation advises.
    void useThreads(int threads);

    /// A network at work on batches of `batch` sequences.
    ///
    /// @param weights copied
    default Training training(Workload workload, Weights weights, int batch) {
        throw new UnsupportedOperationException(version() + " does not train");
    }

    /// The same network, without anything that only training needs.
    ///
    /// @param weights copied
    default Inference inference(Workload workload, Weights weights, int sequences) {
        throw new UnsupportedOperationException(version() + " does not infer");
    }

    /// The network fed with one step of one sequence at a time, its state kept from run to run, zero at first.
    ///
    /// @param weights copied
    default Inference streaming(Workload workload, Weights weights) {
        throw new UnsupportedOperationException(version() + " does not stream");
    }

    /// The whole chapter.
    ///
    /// @return the test loss
    default double chapter(ChapterData data) {
        return Chapter.run(this, data);
    }

    /// How much outputs may differ from those of float32 weights, beside a thousandth of their value. More than rounding only
    /// where weights are kept in fewer bits.
    default double outputTolerance() {
        return Check.ABSOLUTE;
    }

    /// Whether a call runs as it will run from now on: while it does not, the warm-up is made longer.
    default boolean settled(Measured call) {
        return true;
    }
}
