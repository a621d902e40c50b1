package org.lstm4j.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a `lstm_…` file of [GoldenFile] holds beyond weights and numbers, and how its parts are called.
///
/// @param layers one upon the other
/// @param directions 1 or 2
/// @param projection numbers of a hidden state; 0 for as many as units
record GoldenCase(GoldenFile file, int layers, int directions, int projection) {

    static GoldenCase read(String name) {
        GoldenFile file = GoldenFile.read(name);
        int directions = file.has("weight.weight_ih_l0_reverse") ? 2 : 1;
        int projection = file.has("weight.weight_hr_l0") ? file.matrix("weight.weight_hr_l0").length : 0;
        return new GoldenCase(file, file.has("weight.weight_ih_l1") ? 2 : 1, directions, projection);
    }

    int units() {
        return file.flat("weight.bias_ih_l0").length / 4;
    }

    int outputs() {
        return projection > 0 ? projection : units();
    }

    /// How many steps of each sequence count.
    int[] lengths() {
        if (!file.has("lengths")) {
            double[][][] input = file.batchFirst("input");
            return IntStream.range(0, input.length).map(row -> input[0].length).toArray();
        }
        return IntStream.range(0, file.flat("lengths").length).map(row -> (int) file.flat("lengths")[row]).toArray();
    }

    boolean isPacked() {
        return file.has("lengths");
    }

    /// What a layer's names in a direction end with.
    static String ending(int layer, int direction) {
        return "_l" + layer + (direction == 1 ? "_reverse" : "");
    }

    /// The number of a layer's state in a direction.
    int state(int layer, int direction) {
        return layer * directions + direction;
    }

    /// The sum of PyTorch's two biases.
    double[] bias(int layer, int direction) {
        double[] sum = file.flat("weight.bias_ih" + ending(layer, direction));
        double[] other = file.flat("weight.bias_hh" + ending(layer, direction));
        for (int index = 0; index < sum.length; index++) {
            sum[index] += other[index];
        }
        return sum;
    }

    /// Names of the weights of a layer in a direction, but for biases: `weight_ih_l0`.
    List<String> weights(int layer, int direction) {
        List<String> names = new ArrayList<>();
        for (String name : List.of("weight_ih", "weight_hh", "weight_hr")) {
            if (file.has("weight." + name + ending(layer, direction))) {
                names.add(name + ending(layer, direction));
            }
        }
        return names;
    }
}
