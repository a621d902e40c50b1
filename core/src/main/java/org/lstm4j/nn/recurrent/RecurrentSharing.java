package org.lstm4j.nn.recurrent;

import org.lstm4j.compute.RowShares;
import org.lstm4j.kernels.FactorStrips;
import org.lstm4j.kernels.GatePanels;

/// How threads share a recurrent pass. It changes speed only: no sum is split.
///
/// - By rows: each thread takes its part of the batch through all steps, and none waits for another inside the loop over time. Each
///   reads all weights.
/// - By panels of 64 units: all threads meet after every step. A weight is read by one of them only, but what weights are multiplied
///   with by all. That is for batches with too few rows to give each thread as much as the others.
///
/// @param rows the parts of the batch; a single one when only one thread works, or when threads share panels
/// @param byPanels whether threads share panels
record RecurrentSharing(RowShares rows, boolean byPanels) {

    /// With fewer strips of rows for each thread, shares of rows differ too much.
    private static final int STRIPS_A_THREAD = 3;
    /// Multiply-adds of a step of all rows, about 0.1 ms on one core, beside which a meeting is cheap.
    private static final long LONG_STEP = 5_000_000;

    /// @param wholeRows whether something looks at whole rows between one step and the next, so that panels cannot be shared
    static RecurrentSharing of(RecurrentSizes sizes, boolean wholeRows, int threads) {
        boolean panelsForAll = GatePanels.panels(sizes.units()) >= Math.max(2, threads);
        boolean fewRows = FactorStrips.count(sizes.batch()) < STRIPS_A_THREAD * threads;
        if (!wholeRows && threads > 1 && panelsForAll && sizes.stepWork() >= LONG_STEP && fewRows) {
            return new RecurrentSharing(RowShares.of(sizes.batch(), 1, 0), true);
        }
        return new RecurrentSharing(RowShares.of(sizes.batch(), threads, sizes.steps() * sizes.stepWork()), false);
    }

    /// Whether more than one thread works.
    boolean isShared() {
        return byPanels || rows.count() > 1;
    }
}
