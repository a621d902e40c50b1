package org.lstm4j.tune.sampler;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

/// A function whose smallest value is searched, in place of trainings.
///
/// @param name as published, where it was
/// @param space where it is defined
/// @param error its value
record Landscape(String name, SearchSpace space, ToDoubleFunction<Configuration> error) {

    private static final double[] HARTMANN_WEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] HARTMANN_SCALES = {{10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14},
        {3, 3.5, 1.7, 10, 17, 8},
        {17, 8, 0.05, 10, 0.1, 14}};
    private static final double[][] HARTMANN_CENTRES = {{0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991}, {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}};

    static List<Landscape> all() {
        return List.of(sphere2(), sphere4(), sphere6(), branin(), rosenbrock(), hartmann(), training());
    }

    static Landscape sphere2() {
        return new Landscape("sphere of 2", SearchSpace.parse(List.of("x=-1.0..2.0", "y=-1.0..2.0")),
                values -> square(values.real("x") - 0.3) + square(values.real("y") - 1.1));
    }

    static Landscape sphere4() {
        return new Landscape("sphere of 4",
                SearchSpace.parse(List.of("x=-1.0..2.0", "y=0.001..1.0:log", "n=1..9", "c=a,b,c")),
                values -> square(values.real("x") - 0.3) + square(Math.log10(values.real("y")) + 2)
                        + square((values.whole("n") - 4) / 3.0)
                        + (values.category("c").equals("b") ? 0 : 0.5));
    }

    static Landscape sphere6() {
        return new Landscape("sphere of 6",
                SearchSpace.parse(
                        List.of("x=-1.0..2.0", "y=0.001..1.0:log", "z=0.0..1.0", "n=1..9", "m=16..256:log", "c=a,b,c")),
                values -> square(values.real("x") - 0.3) + square(Math.log10(values.real("y")) + 2)
                        + square(values.real("z") - 0.8)
                        + square((values.whole("n") - 4) / 3.0) + square(Math.log(values.whole("m") / 100.0))
                        + (values.category("c").equals("b") ? 0 : 0.5));
    }

    static Landscape branin() {
        return new Landscape("Branin", SearchSpace.parse(List.of("x=-5.0..10.0", "y=0.0..15.0")), values -> {
            double x = values.real("x");
            double fold = values.real("y") - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return square(fold) + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - 0.397887;
        });
    }

    static Landscape rosenbrock() {
        return new Landscape("Rosenbrock of 3", SearchSpace.parse(List.of("x=-2.0..2.0", "y=-2.0..2.0", "z=-2.0..2.0")),
                values -> {
                    double x = values.real("x");
                    double y = values.real("y");
                    double z = values.real("z");
                    return 100 * square(y - x * x) + square(1 - x) + 100 * square(z - y * y) + square(1 - y);
                });
    }

    static Landscape hartmann() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        return new Landscape("Hartmann of 6",
                SearchSpace.parse(names.stream().map(name -> name + "=0.0..1.0").toList()), values -> {
                    double sum = 3.32237;
                    for (int hill = 0; hill < HARTMANN_WEIGHTS.length; hill++) {
                        double far = 0;
                        for (int index = 0; index < names.size(); index++) {
                            far += HARTMANN_SCALES[hill][index]
                                    * square(values.real(names.get(index)) - HARTMANN_CENTRES[hill][index]);
                        }
                        sum -= HARTMANN_WEIGHTS[hill] * Math.exp(-far);
                    }
                    return sum;
                });
    }

    /// Shaped as the validation error of a network: each optimizer with its own best rate, a broad optimum of the size, which drop-out
    /// shifts, and ridges where it does not learn.
    static Landscape training() {
        return new Landscape("training",
                SearchSpace.parse(List.of("learning-rate=0.0001..0.1:log", "hidden=8..256:log", "layers=1..3",
                        "dropout=0.0..0.5", "optimizer=adam,rmsprop,sgd,lion")),
                values -> {
                    String optimizer = values.category("optimizer");
                    double bestRate = switch (optimizer) {
                        case "sgd" -> -1.3;
                        case "lion" -> -3.6;
                        case "rmsprop" -> -2.8;
                        default -> -2.4;
                    };
                    double worse = switch (optimizer) {
                        case "sgd" -> 0.15;
                        case "lion" -> 0.05;
                        case "rmsprop" -> 0.03;
                        default -> 0;
                    };
                    double away = Math.log10(values.real("learning-rate")) - bestRate;
                    double rate = away > 0 ? 0.5 * square(away) : 0.2 * square(away);
                    double bestSize = Math.log(48) + 2 * values.real("dropout");
                    double size = 0.08 * square(Math.log(values.whole("hidden")) - bestSize);
                    double depth = 0.03 * Math.abs(values.whole("layers") - 2);
                    return Math.min(1, worse + rate + size + depth + 0.2 * square(values.real("dropout") - 0.15));
                });
    }

    private static double square(double value) {
        return value * value;
    }
}
