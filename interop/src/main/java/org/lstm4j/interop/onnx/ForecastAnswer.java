package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.head.PointHead;
import org.lstm4j.forecast.head.QuantileHead;
import org.lstm4j.interop.onnx.OnnxAttribute.Whole;

/// Reads forecasts out of what a network says: point and quantiles, calibrated, in the targets' own unit, not below their floors.
final class ForecastAnswer {

    private final Arithmetic arithmetic;
    private final GraphBuilder graph;
    private final Forecaster forecaster;
    private final ForecastLevel level;
    private final int horizon;
    private final int targets;
    private final int outputs;
    private final ForecastScale scale;
    private final String said;

    /// @param said what comes out of the network
    ForecastAnswer(Arithmetic arithmetic, Forecaster forecaster, String series, ForecastLevel level, String said) {
        this.arithmetic = arithmetic;
        this.graph = arithmetic.graph();
        this.forecaster = forecaster;
        this.level = level;
        this.said = said;
        horizon = forecaster.horizon();
        targets = forecaster.schema().targets().size();
        outputs = forecaster.head().outputs();
        scale = new ForecastScale(arithmetic, forecaster.scalers(series).subList(0, targets));
    }

    /// What comes out of the network as [batch, horizon, targets, outputs] float64.
    String grouped() {
        return arithmetic.reshaped(arithmetic.toDouble(said), 0, horizon, targets, outputs);
    }

    /// The point forecast, [batch, horizon, targets] float64.
    String point(String grouped) {
        return inOwnUnit(output(grouped, forecaster.head().location()));
    }

    /// The quantiles, [batch, horizon, targets, levels] float64, rising.
    String quantiles(String grouped) {
        List<String> raw = switch (forecaster.head()) {
            case QuantileHead head -> spread(grouped, head);
            case PointHead _ -> java.util.Collections.nCopies(forecaster.levels().length, output(grouped, 0));
            default -> throw new IllegalArgumentException("a head of this kind has no quantiles to write");
        };
        List<String> columns = raw.stream().map(one -> graph.node("Unsqueeze", List.of(one, graph.wholes("axes", 3))))
                .toList();
        String together = forecaster.calibration().map(calibration -> moved(arithmetic.joined(columns, 3), calibration))
                .orElseGet(() -> arithmetic.joined(columns, 3));
        List<String> inUnit = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            String one = graph.node("Gather", List.of(together, graph.whole("level", index)),
                    Map.of("axis", new Whole(3)));
            inUnit.add(graph.node("Unsqueeze", List.of(inOwnUnit(one), graph.wholes("axes", 3))));
        }
        return arithmetic.joined(inUnit, 3);
    }

    /// The centre, and softplus after softplus away from it.
    private List<String> spread(String grouped, QuantileHead head) {
        int centre = head.location();
        String[] quantiles = new String[outputs];
        quantiles[centre] = output(grouped, centre);
        for (int index = centre + 1; index < outputs; index++) {
            quantiles[index] = arithmetic.plus(quantiles[index - 1], arithmetic.softplus(output(grouped, index)));
        }
        for (int index = centre - 1; index >= 0; index--) {
            quantiles[index] = arithmetic.minus(quantiles[index + 1], arithmetic.softplus(output(grouped, index)));
        }
        return List.of(quantiles);
    }

    private String output(String grouped, int index) {
        return graph.node("Gather", List.of(grouped, graph.whole("output", index)), Map.of("axis", new Whole(3)));
    }

    /// With offsets added, and sorted.
    private String moved(String quantiles, ConformalCalibration calibration) {
        int levels = calibration.levels().size();
        double[] offsets = calibration.offsets().stream().limit(horizon).flatMap(List::stream)
                .mapToDouble(Double::doubleValue).toArray();
        String added = arithmetic.plus(quantiles, graph.doubles("offsets", offsets, horizon, 1, levels));
        Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        attributes.put("axis", new Whole(3));
        attributes.put("largest", new Whole(0));
        attributes.put("sorted", new Whole(1));
        return graph.nodes("TopK", List.of(added, graph.wholes("levels", levels)), attributes, 2).getFirst();
    }

    private String inOwnUnit(String said) {
        String original = scale.original(level.restored(said));
        if (forecaster.floors().isEmpty()) {
            return original;
        }
        double[] floors = new double[targets];
        Arrays.setAll(floors, forecaster.floors()::of);
        return graph.node("Max", List.of(original, graph.doubles("floors", floors, targets)));
    }
}
