package org.lstm4j.nn.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;

/// Losses by name, for the command line and settings: `mse`, `huber`, `huber:0.5`, `quantiles:0.1,0.5,0.9`.
///
/// After the name may come a colon and numbers; without them the loss has its usual settings. Upper and lower case, `-` and
/// `_` are the same. A sum of losses has no name; see [WeightedSum].
public final class LossNames {

    /// One name.
    ///
    /// @param parameters what the numbers after the colon are; empty when there are none
    /// @param most how many numbers it takes at most
    private record Named(String name, String parameters, int most, Function<List<Double>, Loss> build) {}

    private static final List<Named> ALL = List.of(
            plain(new MeanSquaredError()),
            plain(new MeanAbsoluteError()),
            new Named("huber", "delta", 1, given -> given.isEmpty() ? new Huber() : new Huber(first(given))),
            plain(new LogCosh()),
            new Named("mape", "floor", 1, given -> given.isEmpty()
                    ? new MeanAbsolutePercentageError()
                    : new MeanAbsolutePercentageError(first(given))),
            plain(new SymmetricMeanAbsolutePercentageError()),
            plain(new MeanSquaredLogarithmicError()),
            plain(new CosineSimilarity()),
            new Named("quantile", "level", 1, given -> new Quantile(given.isEmpty() ? 0.5 : given.getFirst())),
            new Named("quantiles", "levels", Integer.MAX_VALUE, given -> given.isEmpty()
                    ? Quantiles.of(0.1, 0.5, 0.9)
                    : new Quantiles(given)),
            new Named("monotone-quantiles", "levels", Integer.MAX_VALUE, given -> given.isEmpty()
                    ? MonotoneQuantiles.of(0.1, 0.5, 0.9)
                    : new MonotoneQuantiles(given)),
            new Named("gaussian", "smallest scale", 1, given -> given.isEmpty()
                    ? new GaussianNegativeLogLikelihood()
                    : new GaussianNegativeLogLikelihood(given.getFirst())),
            new Named("student-t", "smallest scale", 1, given -> given.isEmpty()
                    ? new StudentTNegativeLogLikelihood()
                    : new StudentTNegativeLogLikelihood(given.getFirst())),
            new Named("laplace", "smallest scale", 1, given -> given.isEmpty()
                    ? new LaplaceNegativeLogLikelihood()
                    : new LaplaceNegativeLogLikelihood(given.getFirst())),
            new Named("log-normal", "smallest scale", 1, given -> given.isEmpty()
                    ? new LogNormalNegativeLogLikelihood()
                    : new LogNormalNegativeLogLikelihood(given.getFirst())),
            plain(new NegativeBinomialNegativeLogLikelihood()),
            plain(new Poisson()),
            plain(new PoissonOnLogs()),
            plain(new BinaryCrossEntropy()),
            plain(new BinaryCrossEntropyOnLogits()),
            plain(new CategoricalCrossEntropy()),
            plain(new CategoricalCrossEntropyOnLogits()),
            plain(new SparseCategoricalCrossEntropyOnLogits()),
            plain(new Hinge()));

    private LossNames() {}

    /// All names, the common ones first.
    public static List<String> known() {
        return ALL.stream().map(Named::name).toList();
    }

    /// The loss of that name.
    ///
    /// @throws ConfigurationException when there is none, with the known names and the closest; when what follows the colon are not
    ///         the numbers that the loss takes; or when it cannot be made with them
    public static Loss parse(String text) {
        String[] parts = text.strip().split(":", 2);
        String name = parts[0].toLowerCase(Locale.ROOT).replace('_', '-');
        Named named = ALL.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(parts[0]));
        List<Double> numbers = parts.length == 1 ? List.of() : numbers(named, parts[1]);
        try {
            return named.build().apply(numbers);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    Problem.of("the loss '" + text + "' is not possible: " + e.getMessage(), "change the number"), e);
        }
    }

    private static List<Double> numbers(Named named, String text) {
        List<Double> numbers = new ArrayList<>();
        try {
            for (String number : text.split(",", -1)) {
                numbers.add(Double.parseDouble(number));
            }
        } catch (NumberFormatException e) {
            throw new ConfigurationException(wrongNumbers(named, text), e);
        }
        if (numbers.size() > named.most()) {
            throw new ConfigurationException(wrongNumbers(named, text));
        }
        return numbers;
    }

    private static Problem wrongNumbers(Named named, String text) {
        String expected = switch (named.most()) {
            case 0 -> "no number";
            case 1 -> "one number, its " + named.parameters();
            default -> "numbers with commas between them, its " + named.parameters();
        };
        String fix = named.most() == 0 ? "write " + named.name() : "write, for instance, " + example(named);
        return new Problem("the loss " + named.name() + " does not take what follows the colon", expected,
                "'" + text + "'", fix);
    }

    private static String example(Named named) {
        return named.most() == 1 ? named.name() + ":0.5" : named.name() + ":0.1,0.5,0.9";
    }

    private static ConfigurationException unknown(String name) {
        List<String> known = known();
        return new ConfigurationException(
                new Problem("there is no loss '" + name + "'", "one of " + String.join(", ", known),
                        "", Suggestion.text(name, known) + "choose one of these"));
    }

    private static Named plain(Loss loss) {
        return new Named(loss.name(), "", 0, numbers -> loss);
    }

    private static float first(List<Double> numbers) {
        return numbers.getFirst().floatValue();
    }
}
