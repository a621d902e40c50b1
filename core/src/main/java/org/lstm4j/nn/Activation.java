package org.lstm4j.nn;

import org.lstm4j.kernels.Activations;

/// What a dense layer does to each of its sums.
public enum Activation {
    /// y = x
    LINEAR {
        @Override
        public float apply(float x) {
            return x;
        }

        @Override
        public float slope(float y) {
            return 1f;
        }
    },
    /// y = max(x, 0)
    RELU {
        @Override
        public float apply(float x) {
            return x < 0f ? 0f : x; // NaN stays NaN
        }

        @Override
        public float slope(float y) {
            return y > 0f ? 1f : 0f;
        }
    },
    TANH {
        @Override
        public float apply(float x) {
            return Activations.tanh(x);
        }

        @Override
        public float slope(float y) {
            return Math.fma(-y, y, 1f);
        }
    },
    SIGMOID {
        @Override
        public float apply(float x) {
            return Activations.sigmoid(x);
        }

        @Override
        public float slope(float y) {
            return y * (1f - y);
        }
    };

    /// y of x.
    public abstract float apply(float x);

    /// dy/dx, told from the result y.
    public abstract float slope(float y);
}
