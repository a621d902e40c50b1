package org.lstm4j.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.nn.Parameter;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Samples in which the learnt vectors of categories stand for their numbers: between two vectors there is a straight line.
///
/// | | channels of a row |
/// |---|---|
/// | as the forecaster reads it | n numbers, then k categories |
/// | with vectors | n numbers, then the k vectors of the first network, those of the second, … |
///
/// @param numbers channels that are no categories
/// @param tables of each network that is joined in the forecaster's, the table of each category column, [vocabulary, units]; empty where
///        there are no categories
record VectorChannels(int numbers, List<List<Parameter>> tables) {

    VectorChannels {
        tables = tables.stream().map(List::copyOf).toList();
    }

    /// Category columns.
    int categories() {
        return tables.isEmpty() ? 0 : tables.getFirst().size();
    }

    /// Channels with vectors.
    int count() {
        return first(tables.size());
    }

    /// Where the vectors of a network begin.
    int first(int network) {
        return numbers + tables.subList(0, network).stream().mapToInt(VectorChannels::units).sum();
    }

    /// Numbers in all vectors of a network.
    int units(int network) {
        return units(tables.get(network));
    }

    private static int units(List<Parameter> ofNetwork) {
        return ofNetwork.stream().mapToInt(VectorChannels::units).sum();
    }

    private static int units(Parameter table) {
        return table.shape().last();
    }

    /// The column that each channel is of: numbers, then categories.
    ColumnChannels columns() {
        List<Integer> columns = new ArrayList<>(IntStream.range(0, numbers).boxed().toList());
        for (List<Parameter> ofNetwork : tables) {
            for (int category = 0; category < ofNetwork.size(); category++) {
                for (int unit = 0; unit < units(ofNetwork.get(category)); unit++) {
                    columns.add(numbers + category);
                }
            }
        }
        return new ColumnChannels(columns, numbers + categories());
    }

    /// Samples with vectors.
    ///
    /// @param samples [batch, rows, numbers + categories], as the forecaster reads them
    /// @return [batch, rows, channels]; the samples themselves where there are no categories
    Tensor read(Tensor samples) {
        if (tables.isEmpty()) {
            return samples;
        }
        int columns = samples.shape().last();
        int rows = samples.data().length / columns;
        Tensor read = Tensor.zeros(Shape.sequence(samples.shape().size(1), count()).withBatch(samples.batch()));
        for (int row = 0; row < rows; row++) {
            System.arraycopy(samples.data(), row * columns, read.data(), row * count(), numbers);
            copyVectors(samples.data(), row * columns + numbers, read.data(), row * count() + numbers);
        }
        return read;
    }

    private void copyVectors(float[] samples, int categoriesAt, float[] read, int at) {
        int to = at;
        for (List<Parameter> ofNetwork : tables) {
            for (int category = 0; category < ofNetwork.size(); category++) {
                Parameter table = ofNetwork.get(category);
                int units = units(table);
                int number = (int) samples[categoriesAt + category];
                System.arraycopy(table.value(), number * units, read, to, units);
                to += units;
            }
        }
    }
}
