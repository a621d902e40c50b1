package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.forecast.prepare.FittedScaler;
import org.lstm4j.forecast.prepare.FittedScaler.Curve;

/// The scaling of columns, there and back: scaled = (curve(x) − shift) / scale, in float64.
///
/// @param arithmetic of the graph
/// @param scalers one for each column of the innermost axis
record ForecastScale(Arithmetic arithmetic, List<FittedScaler> scalers) {

    /// Scales [batch, rows, columns] of float64; the result is rounded to float32, as a network reads it.
    String scaled(String values) {
        return arithmetic.toFloat(unrounded(values));
    }

    /// The same in float64.
    String unrounded(String values) {
        String bent = bent(values);
        String shifted = arithmetic.minus(bent,
                vector("shift", scalers.stream().mapToDouble(FittedScaler::shift).toArray()));
        return arithmetic.over(shifted, scale());
    }

    /// Brings float64 numbers, in whose innermost axis there is one for each column, back to their own unit.
    String original(String values) {
        String straight = arithmetic.plus(arithmetic.times(values, scale()),
                vector("shift", scalers.stream().mapToDouble(FittedScaler::shift).toArray()));
        if (!hasLogarithm()) {
            return straight;
        }
        String unbent = arithmetic.minus(arithmetic.graph().node("Exp", List.of(straight)),
                arithmetic.number("one", 1));
        return chosen(unbent, straight);
    }

    private String bent(String values) {
        if (!hasLogarithm()) {
            return values;
        }
        String bent = arithmetic.graph().node("Log", List.of(arithmetic.plus(values, arithmetic.number("one", 1))));
        return chosen(bent, values);
    }

    private boolean hasLogarithm() {
        return scalers.stream().anyMatch(scaler -> scaler.curve() == Curve.LOG);
    }

    /// The first where a column takes a logarithm, else the second; columns of one forecaster are scaled alike, so mostly all or none.
    private String chosen(String ofLogarithms, String ofOthers) {
        if (scalers.stream().allMatch(scaler -> scaler.curve() == Curve.LOG)) {
            return ofLogarithms;
        }
        String mask = arithmetic.graph().node("Cast", List.of(vector("is_log",
                scalers.stream().mapToDouble(scaler -> scaler.curve() == Curve.LOG ? 1 : 0).toArray())),
                java.util.Map.of("to", new OnnxAttribute.Whole(ElementTypes.BOOL)));
        return arithmetic.graph().node("Where", List.of(mask, ofLogarithms, ofOthers));
    }

    private String scale() {
        return vector("scale", scalers.stream().mapToDouble(FittedScaler::scale).toArray());
    }

    private String vector(String name, double[] values) {
        return arithmetic.graph().doubles(name, values, values.length);
    }
}
