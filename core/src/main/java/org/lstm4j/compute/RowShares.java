package org.lstm4j.compute;

/// How the rows of a batch are shared among threads: contiguous pieces of nearly equal size, each an even number of rows.
///
/// The choice changes speed only: no result depends on it.
public final class RowShares {

    /// Rows of the smallest tile that runs at full speed: shares of whole strips of six differed by a sixth for 64 rows.
    private static final int TILE = 2;

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
        int tiles = (rows + TILE - 1) / TILE;
        return new RowShares(rows, work < SMALL_WORK ? 1 : Math.clamp(tiles, 1, threads));
    }

    /// About 50 µs on one core: ten times what a barrier costs.
    private static final long SMALL_WORK = 2_000_000;

    /// How many shares there are.
    public int count() {
        return count;
    }

    /// The first row of a share; of share `count`, the number of rows.
    public int first(int share) {
        int tiles = (rows + TILE - 1) / TILE;
        return Math.min(rows, tiles * share / count * TILE);
    }

    /// How many rows a share has.
    public int rows(int share) {
        return first(share + 1) - first(share);
    }
}
