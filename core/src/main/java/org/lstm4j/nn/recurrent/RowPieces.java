package org.lstm4j.nn.recurrent;

import static org.lstm4j.kernels.GatePanels.UNITS;

import java.util.Arrays;
import org.lstm4j.kernels.GatePanels;

/// How a row of numbers is cut into pieces of sixteen, of which those of all rows follow each other: the four gates of every block
/// of units, or its cell states. Piece p of row r stands at `p·stride + 16·r`.
///
/// @param units H
/// @param parts pieces of a block: 4 for gates, 1 for cell states
/// @param stride floats from one piece to the next
record RowPieces(int units, int parts, int stride) {

    static RowPieces gates(RecurrentBuffers buffers) {
        return new RowPieces(buffers.units, GatePanels.GATES, buffers.gateQuarter);
    }

    static RowPieces cells(RecurrentBuffers buffers) {
        return new RowPieces(buffers.units, 1, buffers.cellBlock);
    }

    int count() {
        return GatePanels.blocks(units) * parts;
    }

    /// Numbers of a row.
    int width() {
        return units * parts;
    }

    /// Numbers of a piece: 16, or fewer in the last block.
    int present(int piece) {
        return GatePanels.present(piece / parts, units);
    }

    /// In how many runs the numbers of some rows' piece stand: in one; row by row where units are missing that would fill the piece.
    /// A run begins sixteen numbers after the one before.
    int runs(int piece, int rows) {
        return present(piece) == UNITS ? 1 : rows;
    }

    int runLength(int piece, int rows) {
        return present(piece) == UNITS ? rows * UNITS : present(piece);
    }

    /// Where the numbers of a piece begin in a parameter [width].
    int parameterAt(int piece) {
        return piece % parts * units + piece / parts * UNITS;
    }

    /// Writes a piece of a parameter into every one of some rows, and 0 where units are missing.
    ///
    /// @param target [batch, 16]
    void spread(float[] parameter, int piece, int first, int rows, float[] target) {
        int from = parameterAt(piece);
        int present = present(piece);
        for (int place = first; place < first + rows; place++) {
            System.arraycopy(parameter, from, target, place * UNITS, present);
            Arrays.fill(target, place * UNITS + present, (place + 1) * UNITS, 0f);
        }
    }
}
