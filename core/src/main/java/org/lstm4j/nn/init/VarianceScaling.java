package org.lstm4j.nn.init;

import java.util.Objects;
import org.lstm4j.random.RandomStream;
import org.lstm4j.tensor.Shape;

/// Numbers whose variance is scale / n, where n is how many numbers a unit takes in or gives to: so a signal keeps its size from
/// layer to layer.
///
/// | factory | Keras' name | scale | n | distribution |
/// |---|---|---|---|---|
/// | [#glorotUniform], [#glorotNormal] | `glorot_uniform`, `glorot_normal` | 1 | mean of fan in and fan out | ±√(3·scale/n), cut normal |
/// | [#heUniform], [#heNormal] | `he_uniform`, `he_normal` | 2 | fan in | the same |
/// | [#lecunUniform], [#lecunNormal] | `lecun_uniform`, `lecun_normal` | 1 | fan in | the same |
///
/// Fan in is the last axis of `[outputs, inputs]`, fan out the first. Sources: Glorot and Bengio 2010; He et al., Delving deep into
/// rectifiers, 2015; LeCun et al., Efficient backprop, 1998.
///
/// @param scale above 0
/// @param mode what n is
/// @param distribution of the numbers
public record VarianceScaling(double scale, Mode mode, Distribution distribution) implements Initializer {

    /// The kind in model files.
    public static final String KIND = "variance_scaling";

    public VarianceScaling {
        Settings.requirePositive("scale", scale);
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(distribution, "distribution");
    }

    /// What the variance is divided by.
    public enum Mode {
        FAN_IN("fan_in") {
            @Override
            double count(Fans fans) {
                return fans.in();
            }
        },
        FAN_OUT("fan_out") {
            @Override
            double count(Fans fans) {
                return fans.out();
            }
        },
        FAN_AVERAGE("fan_avg") {
            @Override
            double count(Fans fans) {
                return (fans.in() + fans.out()) / 2;
            }
        };

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        /// Its name in settings and model files, as Keras has it.
        public String label() {
            return label;
        }

        abstract double count(Fans fans);
    }

    /// The shape of the distribution.
    public enum Distribution {
        UNIFORM("uniform") {
            @Override
            Initializer of(double scale, double count) {
                double limit = Math.sqrt(3 * scale / count);
                return new RandomUniform(-limit, limit);
            }
        },
        /// Cut at two standard deviations, and drawn wider by as much as that takes away.
        TRUNCATED_NORMAL("truncated_normal") {
            @Override
            Initializer of(double scale, double count) {
                return new TruncatedNormal(0, Math.sqrt(scale / count) / TruncatedNormal.SPREAD_LEFT);
            }
        },
        UNTRUNCATED_NORMAL("untruncated_normal") {
            @Override
            Initializer of(double scale, double count) {
                return new RandomNormal(0, Math.sqrt(scale / count));
            }
        };

        private final String label;

        Distribution(String label) {
            this.label = label;
        }

        /// Its name in settings and model files, as Keras has it.
        public String label() {
            return label;
        }

        /// Of variance scale / count.
        abstract Initializer of(double scale, double count);
    }

    public static VarianceScaling glorotUniform() {
        return new VarianceScaling(1, Mode.FAN_AVERAGE, Distribution.UNIFORM);
    }

    public static VarianceScaling glorotNormal() {
        return new VarianceScaling(1, Mode.FAN_AVERAGE, Distribution.TRUNCATED_NORMAL);
    }

    public static VarianceScaling heUniform() {
        return new VarianceScaling(2, Mode.FAN_IN, Distribution.UNIFORM);
    }

    public static VarianceScaling heNormal() {
        return new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    public static VarianceScaling lecunUniform() {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM);
    }

    public static VarianceScaling lecunNormal() {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        double count = Math.max(1, mode.count(Fans.of(shape)));
        distribution.of(scale, count).fill(values, shape, random);
    }
}
