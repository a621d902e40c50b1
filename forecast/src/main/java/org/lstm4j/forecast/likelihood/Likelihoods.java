package org.lstm4j.forecast.likelihood;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.Suggestion;
import org.lstm4j.nn.loss.GaussianNegativeLogLikelihood;
import org.lstm4j.nn.loss.LaplaceNegativeLogLikelihood;
import org.lstm4j.nn.loss.LogNormalNegativeLogLikelihood;
import org.lstm4j.nn.loss.Loss;
import org.lstm4j.nn.loss.NegativeBinomialNegativeLogLikelihood;
import org.lstm4j.nn.loss.StudentTNegativeLogLikelihood;

/// Likelihoods by name, for the command line, settings and model files. Upper and lower case, `-` and `_` are the same.
public final class Likelihoods {

    private static final List<Likelihood> ALL = List.of(new GaussianLikelihood(), new StudentTLikelihood(),
            new LaplaceLikelihood(), new LogNormalLikelihood(), new NegativeBinomialLikelihood());

    private Likelihoods() {}

    /// The names that [#named] takes.
    public static List<String> names() {
        return ALL.stream().map(Likelihood::name).toList();
    }

    /// The likelihood that trains with a loss; empty when that is no likelihood's.
    public static Optional<Likelihood> of(Loss loss) {
        return Optional.ofNullable(switch (loss) {
            case GaussianNegativeLogLikelihood gaussian -> new GaussianLikelihood(gaussian);
            case StudentTNegativeLogLikelihood studentT -> new StudentTLikelihood(studentT);
            case LaplaceNegativeLogLikelihood laplace -> new LaplaceLikelihood(laplace);
            case LogNormalNegativeLogLikelihood logNormal -> new LogNormalLikelihood(logNormal);
            case NegativeBinomialNegativeLogLikelihood binomial -> new NegativeBinomialLikelihood(binomial);
            default -> null;
        });
    }

    /// The likelihood of that name, with its usual settings.
    ///
    /// @throws ConfigurationException when there is none, with the names there are and the closest
    public static Likelihood named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Likelihood likelihood : ALL) {
            if (likelihood.name().equals(name)) {
                return likelihood;
            }
        }
        throw new ConfigurationException(new Problem("there is no likelihood '" + text + "'",
                "one of " + String.join(", ", names()), "", Suggestion.text(name, names()) + "choose one of these"));
    }
}
