package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.forecast.Forecaster;
import org.lstm4j.forecast.conformal.ConformalCalibration;
import org.lstm4j.forecast.head.LikelihoodHead;
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
    private final ForecastScale scale;
    /// [batch, horizon, targets]; null where none was taken off
    private final @Nullable String seasonal;
    /// What comes out of the network, [batch, horizon, targets, outputs] float64.
    private final String grouped;

    /// @param said what comes out of the network
    ForecastAnswer(Arithmetic arithmetic, Forecaster forecaster, String series, ForecastLevel level,
            ForecastSeason season, String said) {
        this.arithmetic = arithmetic;
        this.graph = arithmetic.graph();
        this.forecaster = forecaster;
        this.level = level;
        horizon = forecaster.horizon();
        targets = forecaster.schema().targets().size();
        scale = new ForecastScale(arithmetic, forecaster.scalers(series).subList(0, targets));
        seasonal = season.ahead(horizon);
        grouped = new TargetSamples(arithmetic, forecaster.form()).byWindow(arithmetic.toDouble(said),
                forecaster.head().outputs());
    }

    /// The point forecast, [batch, horizon, targets] float64.
    String point() {
        return inOwnUnit(switch (forecaster.head()) {
            case LikelihoodHead head -> DistributionExport.of(head).median(arithmetic, grouped);
            case PointHead _,QuantileHead _ -> output(forecaster.head().location());
        });
    }

    /// The quantiles, [batch, horizon, targets, levels] float64, rising.
    String quantiles() {
        double[] levels = forecaster.levels();
        String raw = switch (forecaster.head()) {
            case QuantileHead head -> sideBySide(spread(head));
            case PointHead _ -> sideBySide(Collections.nCopies(levels.length, output(0)));
            case LikelihoodHead head -> DistributionExport.of(head).quantiles(arithmetic, grouped, levels);
        };
        String together = forecaster.calibration().map(calibration -> moved(raw, calibration)).orElse(raw);
        List<String> inUnit = new ArrayList<>();
        for (int index = 0; index < levels.length; index++) {
            inUnit.add(inOwnUnit(graph.node("Gather", List.of(together, graph.whole("level", index)),
                    Map.of("axis", new Whole(3)))));
        }
        return sideBySide(inUnit);
    }

    private String sideBySide(List<String> levels) {
        return arithmetic.joined(levels.stream()
                .map(one -> graph.node("Unsqueeze", List.of(one, graph.wholes("axes", 3)))).toList(), 3);
    }

    /// The centre, and softplus after softplus away from it.
    private List<String> spread(QuantileHead head) {
        int outputs = head.outputs();
        int centre = head.location();
        String[] quantiles = new String[outputs];
        quantiles[centre] = output(centre);
        for (int index = centre + 1; index < outputs; index++) {
            quantiles[index] = arithmetic.plus(quantiles[index - 1], arithmetic.softplus(output(index)));
        }
        for (int index = centre - 1; index >= 0; index--) {
            quantiles[index] = arithmetic.minus(quantiles[index + 1], arithmetic.softplus(output(index)));
        }
        return List.of(quantiles);
    }

    private String output(int index) {
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
        String restored = level.restored(said);
        String original = scale.original(seasonal == null ? restored : arithmetic.plus(restored, seasonal));
        if (forecaster.floors().isEmpty()) {
            return original;
        }
        double[] floors = new double[targets];
        Arrays.setAll(floors, forecaster.floors()::of);
        return graph.node("Max", List.of(original, graph.doubles("floors", floors, targets)));
    }
}
