package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The mean of what others forecast, quantiles included, where all of them run. Nothing is trained for it: hand it methods that are
/// [fitted once][FittedOnce].
///
/// @param parts at least two
public record Blend(List<AccuracyMethod> parts) implements AccuracyMethod {

    /// Its name.
    static final String NAME = "blend";

    public Blend {
        parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.LSTM;
    }

    @Override
    public Optional<String> reasonAgainst(Task task) {
        return parts.stream().filter(part -> part.reasonAgainst(task).isPresent()).findFirst()
                .map(part -> "it needs " + part.name() + ", which is left out");
    }

    @Override
    public FittedMethod fit(Task task) {
        String names = parts.stream().map(AccuracyMethod::name).collect(Collectors.joining(" and "));
        return new Fitted(names, parts.stream().map(part -> part.fit(task)).toList());
    }

    private record Fitted(String names, List<FittedMethod> parts) implements FittedMethod {

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            return CombinedForecast.of(parts.stream().map(part -> part.forecast(windows)).toList(),
                    CombinedForecast::mean);
        }

        @Override
        public String settings() {
            return "the mean of " + names + " as they are; nothing is trained for it";
        }
    }
}
