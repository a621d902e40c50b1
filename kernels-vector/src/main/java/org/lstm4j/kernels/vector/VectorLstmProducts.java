package org.lstm4j.kernels.vector;

import static org.lstm4j.kernels.GatePanels.COLUMNS;
import static org.lstm4j.kernels.GatePanels.UNITS;
import static org.lstm4j.kernels.GatePanels.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.lstm4j.kernels.LstmProducts;

/// [LstmProducts] with the Vector API: tiles of rows × 4 vectors (one a gate) whose sums stay in registers.
///
/// A tile of four rows keeps 16 sums, 4 weight vectors and one factor: 21 registers of the 32 that AVX-512 and NEON have.
/// With AVX2's 16 registers two rows are the most that fit. A vector narrower than 16 floats walks a panel in lane groups,
/// so each sum keeps its order whatever the width.
///
/// The loops are written out because a method of ours that takes or returns a vector may not be inlined, and a vector that
/// crosses a real call is boxed (ten to a hundred times slower).
final class VectorLstmProducts implements LstmProducts {

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int TILE = Species.ROWS_IN_TILE;

    @Override
    public void preActivations(
            int rows,
            float[] panel,
            int panelOffset,
            int inputs,
            float[] x,
            int xOffset,
            int xStride,
            int units,
            float[] h,
            int hOffset,
            int hStride,
            float[] gates,
            int gatesOffset) {
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int row = 0;
            if (TILE == 4) {
                for (; row + 4 <= rows; row += 4) {
                    preActivations4(panel, panelOffset + lane, inputs, x, xOffset + row * xStride, xStride, units, h,
                            hOffset + row * hStride, hStride, gates, gatesOffset + row * WIDTH + lane);
                }
            }
            for (; row + 2 <= rows; row += 2) {
                preActivations2(panel, panelOffset + lane, inputs, x, xOffset + row * xStride, xStride, units, h,
                        hOffset + row * hStride, hStride, gates, gatesOffset + row * WIDTH + lane);
            }
            if (row < rows) {
                preActivations1(panel, panelOffset + lane, inputs, x, xOffset + row * xStride, units, h,
                        hOffset + row * hStride, gates, gatesOffset + row * WIDTH + lane);
            }
        }
    }

    private static void preActivations4(
            float[] panel,
            int panelOffset,
            int inputs,
            float[] x,
            int xOffset,
            int xStride,
            int units,
            float[] h,
            int hOffset,
            int hStride,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * UNITS);
        FloatVector i1 = i0;
        FloatVector f1 = f0;
        FloatVector g1 = g0;
        FloatVector o1 = o0;
        FloatVector i2 = i0;
        FloatVector f2 = f0;
        FloatVector g2 = g0;
        FloatVector o2 = o0;
        FloatVector i3 = i0;
        FloatVector f3 = f0;
        FloatVector g3 = g0;
        FloatVector o3 = o0;
        FloatVector factor;
        int at = panelOffset + WIDTH;
        int x1 = xOffset + xStride;
        int x2 = x1 + xStride;
        int x3 = x2 + xStride;
        for (int k = 0; k < inputs; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, x[xOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, x[x1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
            factor = FloatVector.broadcast(SPECIES, x[x2 + k]);
            i2 = factor.fma(iWeights, i2);
            f2 = factor.fma(fWeights, f2);
            g2 = factor.fma(gWeights, g2);
            o2 = factor.fma(oWeights, o2);
            factor = FloatVector.broadcast(SPECIES, x[x3 + k]);
            i3 = factor.fma(iWeights, i3);
            f3 = factor.fma(fWeights, f3);
            g3 = factor.fma(gWeights, g3);
            o3 = factor.fma(oWeights, o3);
        }
        int h1 = hOffset + hStride;
        int h2 = h1 + hStride;
        int h3 = h2 + hStride;
        for (int k = 0; k < units; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, h[hOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, h[h1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
            factor = FloatVector.broadcast(SPECIES, h[h2 + k]);
            i2 = factor.fma(iWeights, i2);
            f2 = factor.fma(fWeights, f2);
            g2 = factor.fma(gWeights, g2);
            o2 = factor.fma(oWeights, o2);
            factor = FloatVector.broadcast(SPECIES, h[h3 + k]);
            i3 = factor.fma(iWeights, i3);
            f3 = factor.fma(fWeights, f3);
            g3 = factor.fma(gWeights, g3);
            o3 = factor.fma(oWeights, o3);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
        i1.intoArray(gates, gatesOffset + WIDTH);
        f1.intoArray(gates, gatesOffset + WIDTH + UNITS);
        g1.intoArray(gates, gatesOffset + WIDTH + 2 * UNITS);
        o1.intoArray(gates, gatesOffset + WIDTH + 3 * UNITS);
        i2.intoArray(gates, gatesOffset + 2 * WIDTH);
        f2.intoArray(gates, gatesOffset + 2 * WIDTH + UNITS);
        g2.intoArray(gates, gatesOffset + 2 * WIDTH + 2 * UNITS);
        o2.intoArray(gates, gatesOffset + 2 * WIDTH + 3 * UNITS);
        i3.intoArray(gates, gatesOffset + 3 * WIDTH);
        f3.intoArray(gates, gatesOffset + 3 * WIDTH + UNITS);
        g3.intoArray(gates, gatesOffset + 3 * WIDTH + 2 * UNITS);
        o3.intoArray(gates, gatesOffset + 3 * WIDTH + 3 * UNITS);
    }

    private static void preActivations2(
            float[] panel,
            int panelOffset,
            int inputs,
            float[] x,
            int xOffset,
            int xStride,
            int units,
            float[] h,
            int hOffset,
            int hStride,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * UNITS);
        FloatVector i1 = i0;
        FloatVector f1 = f0;
        FloatVector g1 = g0;
        FloatVector o1 = o0;
        FloatVector factor;
        int at = panelOffset + WIDTH;
        int x1 = xOffset + xStride;
        for (int k = 0; k < inputs; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, x[xOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, x[x1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
        }
        int h1 = hOffset + hStride;
        for (int k = 0; k < units; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, h[hOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
            factor = FloatVector.broadcast(SPECIES, h[h1 + k]);
            i1 = factor.fma(iWeights, i1);
            f1 = factor.fma(fWeights, f1);
            g1 = factor.fma(gWeights, g1);
            o1 = factor.fma(oWeights, o1);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
        i1.intoArray(gates, gatesOffset + WIDTH);
        f1.intoArray(gates, gatesOffset + WIDTH + UNITS);
        g1.intoArray(gates, gatesOffset + WIDTH + 2 * UNITS);
        o1.intoArray(gates, gatesOffset + WIDTH + 3 * UNITS);
    }

    private static void preActivations1(
            float[] panel,
            int panelOffset,
            int inputs,
            float[] x,
            int xOffset,
            int units,
            float[] h,
            int hOffset,
            float[] gates,
            int gatesOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, panel, panelOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, panel, panelOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, panel, panelOffset + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset + WIDTH;
        for (int k = 0; k < inputs; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, x[xOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
        }
        for (int k = 0; k < units; k++, at += WIDTH) {
            FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
            FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
            FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
            FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
            factor = FloatVector.broadcast(SPECIES, h[hOffset + k]);
            i0 = factor.fma(iWeights, i0);
            f0 = factor.fma(fWeights, f0);
            g0 = factor.fma(gWeights, g0);
            o0 = factor.fma(oWeights, o0);
        }
        i0.intoArray(gates, gatesOffset);
        f0.intoArray(gates, gatesOffset + UNITS);
        g0.intoArray(gates, gatesOffset + 2 * UNITS);
        o0.intoArray(gates, gatesOffset + 3 * UNITS);
    }

    @Override
    public void accumulateThroughWeights(
            int rows,
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            float[] out,
            int outOffset,
            int outStride) {
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int row = 0;
            if (TILE == 4) {
                for (; row + 4 <= rows; row += 4) {
                    accumulateThroughWeights4(blocks, gateGradients, gateOffset + row * WIDTH, blockStride, panel,
                            panelOffset + lane, out, outOffset + row * outStride + lane, outStride);
                }
            }
            for (; row + 2 <= rows; row += 2) {
                accumulateThroughWeights2(blocks, gateGradients, gateOffset + row * WIDTH, blockStride, panel,
                        panelOffset + lane, out, outOffset + row * outStride + lane, outStride);
            }
            if (row < rows) {
                accumulateThroughWeights1(blocks, gateGradients, gateOffset + row * WIDTH, blockStride, panel,
                        panelOffset + lane, out, outOffset + row * outStride + lane);
            }
        }
    }

    private static void accumulateThroughWeights4(
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            float[] out,
            int outOffset,
            int outStride) {
        int out1 = outOffset + outStride;
        int out2 = out1 + outStride;
        int out3 = out2 + outStride;
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector i1 = FloatVector.fromArray(SPECIES, out, out1);
        FloatVector f1 = FloatVector.fromArray(SPECIES, out, out1 + UNITS);
        FloatVector g1 = FloatVector.fromArray(SPECIES, out, out1 + 2 * UNITS);
        FloatVector o1 = FloatVector.fromArray(SPECIES, out, out1 + 3 * UNITS);
        FloatVector i2 = FloatVector.fromArray(SPECIES, out, out2);
        FloatVector f2 = FloatVector.fromArray(SPECIES, out, out2 + UNITS);
        FloatVector g2 = FloatVector.fromArray(SPECIES, out, out2 + 2 * UNITS);
        FloatVector o2 = FloatVector.fromArray(SPECIES, out, out2 + 3 * UNITS);
        FloatVector i3 = FloatVector.fromArray(SPECIES, out, out3);
        FloatVector f3 = FloatVector.fromArray(SPECIES, out, out3 + UNITS);
        FloatVector g3 = FloatVector.fromArray(SPECIES, out, out3 + 2 * UNITS);
        FloatVector o3 = FloatVector.fromArray(SPECIES, out, out3 + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int gradient = gateOffset + block * blockStride;
            for (int k = 0; k < WIDTH; k++, at += WIDTH) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + WIDTH + k]);
                i1 = factor.fma(iWeights, i1);
                f1 = factor.fma(fWeights, f1);
                g1 = factor.fma(gWeights, g1);
                o1 = factor.fma(oWeights, o1);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + 2 * WIDTH + k]);
                i2 = factor.fma(iWeights, i2);
                f2 = factor.fma(fWeights, f2);
                g2 = factor.fma(gWeights, g2);
                o2 = factor.fma(oWeights, o2);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + 3 * WIDTH + k]);
                i3 = factor.fma(iWeights, i3);
                f3 = factor.fma(fWeights, f3);
                g3 = factor.fma(gWeights, g3);
                o3 = factor.fma(oWeights, o3);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
        i1.intoArray(out, out1);
        f1.intoArray(out, out1 + UNITS);
        g1.intoArray(out, out1 + 2 * UNITS);
        o1.intoArray(out, out1 + 3 * UNITS);
        i2.intoArray(out, out2);
        f2.intoArray(out, out2 + UNITS);
        g2.intoArray(out, out2 + 2 * UNITS);
        o2.intoArray(out, out2 + 3 * UNITS);
        i3.intoArray(out, out3);
        f3.intoArray(out, out3 + UNITS);
        g3.intoArray(out, out3 + 2 * UNITS);
        o3.intoArray(out, out3 + 3 * UNITS);
    }

    private static void accumulateThroughWeights2(
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            float[] out,
            int outOffset,
            int outStride) {
        int out1 = outOffset + outStride;
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector i1 = FloatVector.fromArray(SPECIES, out, out1);
        FloatVector f1 = FloatVector.fromArray(SPECIES, out, out1 + UNITS);
        FloatVector g1 = FloatVector.fromArray(SPECIES, out, out1 + 2 * UNITS);
        FloatVector o1 = FloatVector.fromArray(SPECIES, out, out1 + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int gradient = gateOffset + block * blockStride;
            for (int k = 0; k < WIDTH; k++, at += WIDTH) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + WIDTH + k]);
                i1 = factor.fma(iWeights, i1);
                f1 = factor.fma(fWeights, f1);
                g1 = factor.fma(gWeights, g1);
                o1 = factor.fma(oWeights, o1);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
        i1.intoArray(out, out1);
        f1.intoArray(out, out1 + UNITS);
        g1.intoArray(out, out1 + 2 * UNITS);
        o1.intoArray(out, out1 + 3 * UNITS);
    }

    private static void accumulateThroughWeights1(
            int blocks,
            float[] gateGradients,
            int gateOffset,
            int blockStride,
            float[] panel,
            int panelOffset,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.fromArray(SPECIES, out, outOffset);
        FloatVector f0 = FloatVector.fromArray(SPECIES, out, outOffset + UNITS);
        FloatVector g0 = FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS);
        FloatVector o0 = FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS);
        FloatVector factor;
        int at = panelOffset;
        for (int block = 0; block < blocks; block++) {
            int gradient = gateOffset + block * blockStride;
            for (int k = 0; k < WIDTH; k++, at += WIDTH) {
                FloatVector iWeights = FloatVector.fromArray(SPECIES, panel, at);
                FloatVector fWeights = FloatVector.fromArray(SPECIES, panel, at + UNITS);
                FloatVector gWeights = FloatVector.fromArray(SPECIES, panel, at + 2 * UNITS);
                FloatVector oWeights = FloatVector.fromArray(SPECIES, panel, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, gateGradients[gradient + k]);
                i0 = factor.fma(iWeights, i0);
                f0 = factor.fma(fWeights, f0);
                g0 = factor.fma(gWeights, g0);
                o0 = factor.fma(oWeights, o0);
            }
        }
        i0.intoArray(out, outOffset);
        f0.intoArray(out, outOffset + UNITS);
        g0.intoArray(out, outOffset + 2 * UNITS);
        o0.intoArray(out, outOffset + 3 * UNITS);
    }

    @Override
    public void accumulateWeightGradient(
            int columns,
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            int aTileStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums) {
        for (int lane = 0; lane < UNITS; lane += LANES) {
            int k = 0;
            if (TILE == 4) {
                for (; k + 4 <= columns; k += 4) {
                    accumulateWeightGradient4(steps, rows, a, aOffset + k / COLUMNS * aTileStride + k % COLUMNS,
                            aStepStride, gateGradients,
                            gateOffset + lane, gateStepStride, out, outOffset + k * WIDTH + lane);
                }
            }
            for (; k + 2 <= columns; k += 2) {
                accumulateWeightGradient2(steps, rows, a, aOffset + k / COLUMNS * aTileStride + k % COLUMNS,
                        aStepStride, gateGradients,
                        gateOffset + lane, gateStepStride, out, outOffset + k * WIDTH + lane);
            }
            if (k < columns) {
                accumulateWeightGradient1(steps, rows, a, aOffset + k / COLUMNS * aTileStride + k % COLUMNS,
                        aStepStride, gateGradients,
                        gateOffset + lane, gateStepStride, out, outOffset + k * WIDTH + lane);
            }
        }
    }

    private static void accumulateWeightGradient4(
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector i1 = FloatVector.zero(SPECIES);
        FloatVector f1 = FloatVector.zero(SPECIES);
        FloatVector g1 = FloatVector.zero(SPECIES);
        FloatVector o1 = FloatVector.zero(SPECIES);
        FloatVector i2 = FloatVector.zero(SPECIES);
        FloatVector f2 = FloatVector.zero(SPECIES);
        FloatVector g2 = FloatVector.zero(SPECIES);
        FloatVector o2 = FloatVector.zero(SPECIES);
        FloatVector i3 = FloatVector.zero(SPECIES);
        FloatVector f3 = FloatVector.zero(SPECIES);
        FloatVector g3 = FloatVector.zero(SPECIES);
        FloatVector o3 = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                FloatVector iGradient = FloatVector.fromArray(SPECIES, gateGradients, at);
                FloatVector fGradient = FloatVector.fromArray(SPECIES, gateGradients, at + UNITS);
                FloatVector gGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 2 * UNITS);
                FloatVector oGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, a[from]);
                i0 = factor.fma(iGradient, i0);
                f0 = factor.fma(fGradient, f0);
                g0 = factor.fma(gGradient, g0);
                o0 = factor.fma(oGradient, o0);
                factor = FloatVector.broadcast(SPECIES, a[from + 1]);
                i1 = factor.fma(iGradient, i1);
                f1 = factor.fma(fGradient, f1);
                g1 = factor.fma(gGradient, g1);
                o1 = factor.fma(oGradient, o1);
                factor = FloatVector.broadcast(SPECIES, a[from + 2]);
                i2 = factor.fma(iGradient, i2);
                f2 = factor.fma(fGradient, f2);
                g2 = factor.fma(gGradient, g2);
                o2 = factor.fma(oGradient, o2);
                factor = FloatVector.broadcast(SPECIES, a[from + 3]);
                i3 = factor.fma(iGradient, i3);
                f3 = factor.fma(fGradient, f3);
                g3 = factor.fma(gGradient, g3);
                o3 = factor.fma(oGradient, o3);
            }
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
        i1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH)).intoArray(out, outOffset + WIDTH);
        f1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + UNITS)).intoArray(out,
                outOffset + WIDTH + UNITS);
        g1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + WIDTH + 2 * UNITS);
        o1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + WIDTH + 3 * UNITS);
        i2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH)).intoArray(out, outOffset + 2 * WIDTH);
        f2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + UNITS);
        g2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + 2 * UNITS);
        o2.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + 2 * WIDTH + 3 * UNITS);
        i3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH)).intoArray(out, outOffset + 3 * WIDTH);
        f3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + UNITS);
        g3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + 2 * UNITS);
        o3.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + 3 * WIDTH + 3 * UNITS);
    }

    private static void accumulateWeightGradient2(
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector i1 = FloatVector.zero(SPECIES);
        FloatVector f1 = FloatVector.zero(SPECIES);
        FloatVector g1 = FloatVector.zero(SPECIES);
        FloatVector o1 = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                FloatVector iGradient = FloatVector.fromArray(SPECIES, gateGradients, at);
                FloatVector fGradient = FloatVector.fromArray(SPECIES, gateGradients, at + UNITS);
                FloatVector gGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 2 * UNITS);
                FloatVector oGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, a[from]);
                i0 = factor.fma(iGradient, i0);
                f0 = factor.fma(fGradient, f0);
                g0 = factor.fma(gGradient, g0);
                o0 = factor.fma(oGradient, o0);
                factor = FloatVector.broadcast(SPECIES, a[from + 1]);
                i1 = factor.fma(iGradient, i1);
                f1 = factor.fma(fGradient, f1);
                g1 = factor.fma(gGradient, g1);
                o1 = factor.fma(oGradient, o1);
            }
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
        i1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH)).intoArray(out, outOffset + WIDTH);
        f1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + UNITS)).intoArray(out,
                outOffset + WIDTH + UNITS);
        g1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 2 * UNITS)).intoArray(out,
                outOffset + WIDTH + 2 * UNITS);
        o1.add(FloatVector.fromArray(SPECIES, out, outOffset + WIDTH + 3 * UNITS)).intoArray(out,
                outOffset + WIDTH + 3 * UNITS);
    }

    private static void accumulateWeightGradient1(
            int steps,
            int rows,
            float[] a,
            int aOffset,
            int aStepStride,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset) {
        FloatVector i0 = FloatVector.zero(SPECIES);
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector g0 = FloatVector.zero(SPECIES);
        FloatVector o0 = FloatVector.zero(SPECIES);
        FloatVector factor;
        for (int step = 0; step < steps; step++) {
            int from = aOffset + step * aStepStride;
            int at = gateOffset + step * gateStepStride;
            for (int row = 0; row < rows; row++, from += COLUMNS, at += WIDTH) {
                FloatVector iGradient = FloatVector.fromArray(SPECIES, gateGradients, at);
                FloatVector fGradient = FloatVector.fromArray(SPECIES, gateGradients, at + UNITS);
                FloatVector gGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 2 * UNITS);
                FloatVector oGradient = FloatVector.fromArray(SPECIES, gateGradients, at + 3 * UNITS);
                factor = FloatVector.broadcast(SPECIES, a[from]);
                i0 = factor.fma(iGradient, i0);
                f0 = factor.fma(fGradient, f0);
                g0 = factor.fma(gGradient, g0);
                o0 = factor.fma(oGradient, o0);
            }
        }
        i0.add(FloatVector.fromArray(SPECIES, out, outOffset)).intoArray(out, outOffset);
        f0.add(FloatVector.fromArray(SPECIES, out, outOffset + UNITS)).intoArray(out, outOffset + UNITS);
        g0.add(FloatVector.fromArray(SPECIES, out, outOffset + 2 * UNITS)).intoArray(out, outOffset + 2 * UNITS);
        o0.add(FloatVector.fromArray(SPECIES, out, outOffset + 3 * UNITS)).intoArray(out, outOffset + 3 * UNITS);
    }

    @Override
    public void accumulateBiasGradient(
            int steps,
            int rows,
            float[] gateGradients,
            int gateOffset,
            int gateStepStride,
            float[] out,
            int outOffset,
            float[] sums) {
        for (int lane = 0; lane < WIDTH; lane += LANES) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int step = 0; step < steps; step++) {
                int at = gateOffset + step * gateStepStride + lane;
                for (int row = 0; row < rows; row++, at += WIDTH) {
                    sum = sum.add(FloatVector.fromArray(SPECIES, gateGradients, at));
                }
            }
            sum.add(FloatVector.fromArray(SPECIES, out, outOffset + lane)).intoArray(out, outOffset + lane);
        }
    }
}
