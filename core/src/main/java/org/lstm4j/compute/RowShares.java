package org.lstm4j.compute;

import org.lstm4j.kernels.FactorStrips;

/// How the rows of a batch are shared among threads: contiguous pieces of nearly equal size, each an even number of rows
/// but for the last, and no more of them than there are strips of rows.
///
/// The choice changes speed only: no result depends on it.
public final class RowShares {

    /// Shares of whole strips of six would be 30 and 34 of 64 rows, and a strip that is not full costs almost a whole one; two rows
    /// have a tile of their own.
    private static final int PAIR = 2;

    private final int rows;
    private final int count;

    private RowShares(int rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /// One share a thread, or a single one when the work is too small to pay for waking a second thread.
    ///
    /// @param work multiply-adds of the whole task
    public static RowShares of(int rows, int threads, long work) {
        return new RowShares(rows, work < SMALL_WORK ? 1 : Math.clamp(FactorStrips.count(rows), 1, threads));
    }

    /// About 50 µs on one core: ten times what a barrier costs.
    private static final long SMALL_WORK = 2_000_000;

    /// How many shares there are.
    public int count() {
        return count;
    }

    /// The first row of a share; of share `count`, the number of rows.
    public int first(int share) {
        int pairs = (rows + PAIR - 1) / PAIR;
        return Math.min(rows, pairs * share / count * PAIR);
    }

    /// How many rows a share has.
    public int rows(int share) {
        return first(share + 1) - first(share);
    }
}
