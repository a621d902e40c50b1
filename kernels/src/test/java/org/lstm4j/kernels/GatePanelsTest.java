package org.lstm4j.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatePanelsTest {

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,50,50", "3,16,7", "8,17,17", "70,33,20", "65,64,1"})
    void addingBackReversesPacking(int inputs, int units, int outputs) {
        float[] inputWeights = counting(4 * units * inputs, 1);
        float[] recurrentWeights = counting(4 * units * outputs, 10_000);
        float[] bias = counting(4 * units, 100_000);
        int size = GatePanels.forwardSize(inputs, outputs);
        float[] panels = new float[GatePanels.blocks(units) * size];
        float[] inputAgain = new float[inputWeights.length];
        float[] recurrentAgain = new float[recurrentWeights.length];
        float[] biasAgain = new float[bias.length];

        for (int block = 0; block < GatePanels.blocks(units); block++) {
            GatePanels.packForward(block, block * size, inputs, outputs, units, inputWeights, recurrentWeights, bias,
                    panels);
            GatePanels.addFromForward(
                    block, block * size, inputs, outputs, units, panels, inputAgain, recurrentAgain, biasAgain);
        }

        assertThat(inputAgain).isEqualTo(inputWeights);
        assertThat(recurrentAgain).isEqualTo(recurrentWeights);
        assertThat(biasAgain).isEqualTo(bias);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "50,50", "16,3", "33,130"})
    void transposedPanelsHoldEveryWeightAtItsRowAndColumn(int units, int columns) {
        float[] weights = counting(4 * units * columns, 1);
        float[] panels = new float[GatePanels.transposedSize(units, columns)];
        for (int block = 0; block < GatePanels.blocks(units); block++) {
            GatePanels.packTransposed(block, units, columns, weights, panels);
        }

        for (int gate = 0; gate < 4; gate++) {
            for (int unit = 0; unit < units; unit++) {
                for (int column = 0; column < columns; column++) {
                    int inBlock = Math.min(16, units - unit / 16 * 16);
                    int row = unit / 16 * 64 + gate * inBlock + unit % 16;
                    int at = (column / 16 * 4 * units + row) * 16 + column % 16;
                    assertThat(panels[at]).isEqualTo(weights[(gate * units + unit) * columns + column]);
                }
            }
        }
    }

    private static float[] counting(int length, int from) {
        float[] values = new float[length];
        for (int index = 0; index < length; index++) {
            values[index] = from + index;
        }
        return values;
    }
}
