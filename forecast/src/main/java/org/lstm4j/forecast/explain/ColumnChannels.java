package org.lstm4j.forecast.explain;

import java.util.List;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Which channels are of one column: a single one of a column of numbers, those of all vectors of a column of categories.
///
/// @param columnOf of each channel, from 0
/// @param count columns
record ColumnChannels(List<Integer> columnOf, int count) {

    ColumnChannels {
        columnOf = List.copyOf(columnOf);
    }

    /// The column of each channel.
    int[] groups() {
        return columnOf.stream().mapToInt(column -> column).toArray();
    }

    /// The sum over the channels of each column.
    ///
    /// @param ofChannels [batch, rows, channels]
    /// @return [batch, rows, columns]
    Tensor sums(Tensor ofChannels) {
        Tensor sums = ofColumns(ofChannels);
        for (int index = 0; index < ofChannels.data().length; index++) {
            sums.data()[place(index)] += ofChannels.data()[index];
        }
        return sums;
    }

    /// The Euclidean norm over the channels of each column: of a single one its magnitude.
    ///
    /// @param ofChannels [batch, rows, channels]
    /// @return [batch, rows, columns]
    Tensor norms(Tensor ofChannels) {
        double[] norms = new double[ofColumns(ofChannels).data().length];
        for (int index = 0; index < ofChannels.data().length; index++) {
            int place = place(index);
            double value = Math.abs((double) ofChannels.data()[index]);
            norms[place] = norms[place] == 0 ? value : Math.sqrt(norms[place] * norms[place] + value * value);
        }
        Tensor tensor = ofColumns(ofChannels);
        for (int index = 0; index < norms.length; index++) {
            tensor.data()[index] = (float) norms[index];
        }
        return tensor;
    }

    private int place(int index) {
        return index / columnOf.size() * count + columnOf.get(index % columnOf.size());
    }

    private Tensor ofColumns(Tensor ofChannels) {
        Shape shape = ofChannels.shape();
        return Tensor.zeros(Shape.sequence(shape.size(1), count).withBatch(shape.size(0)));
    }
}
