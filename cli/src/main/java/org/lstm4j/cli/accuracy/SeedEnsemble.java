package org.lstm4j.cli.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// One method trained several times with seeds that follow each other: the mean of the point forecasts, the median of each quantile.
///
/// @param first the first seed
/// @param members one for each seed, at least one
public record SeedEnsemble(long first, List<AccuracyMethod> members) implements AccuracyMethod {

    public SeedEnsemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble needs at least one seed, but was given none");
        }
    }

    /// The method itself where there is one seed, else the ensemble.
    ///
    /// @param count seeds, at least 1
    /// @param ofSeed makes the method of a seed
    static AccuracyMethod of(long first, int count, LongFunction<AccuracyMethod> ofSeed) {
        List<AccuracyMethod> members = LongStream.range(first, first + count).mapToObj(ofSeed).toList();
        return members.size() == 1 ? members.getFirst() : new SeedEnsemble(first, members);
    }

    @Override
    public String name() {
        return members.getFirst().name();
    }

    @Override
    public MethodKind kind() {
        return members.getFirst().kind();
    }

    @Override
    public Optional<String> reasonAgainst(Task task) {
        return members.getFirst().reasonAgainst(task);
    }

    @Override
    public FittedMethod fit(Task task) {
        return new Fitted(first, members.stream().map(member -> member.fit(task)).toList());
    }

    private record Fitted(long first, List<FittedMethod> members) implements FittedMethod {

        @Override
        public List<WindowForecast> forecast(List<JudgedWindow> windows) {
            return CombinedForecast.of(members.stream().map(member -> member.forecast(windows)).toList(),
                    CombinedForecast::median);
        }

        @Override
        public String settings() {
            String seeds = LongStream.range(first, first + members.size()).mapToObj(Long::toString)
                    .collect(Collectors.joining(", "));
            return "mean of the seeds " + seeds + " (median of their quantiles), the first of which: "
                    + members.getFirst().settings();
        }
    }
}
