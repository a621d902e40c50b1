package org.lstm4j.report.content;

import java.util.List;

/// A hyperparameter of a study and the range it was searched in.
///
/// Values are numbers everywhere: a category is its index in the list of categories, from 0, and NaN says that the
/// hyperparameter had no value in a trial.
///
/// @param name `learning-rate`
/// @param kind how its values lie between low and high
/// @param low the smallest value that could be chosen
/// @param high the largest value that could be chosen
/// @param categories names of the choices; empty for numbers
public record Hyperparameter(String name, Kind kind, double low, double high, List<String> categories) {

    /// How values lie on an axis.
    public enum Kind {
        LINEAR, LOGARITHMIC, CATEGORIES
    }

    public Hyperparameter {
        categories = List.copyOf(categories);
        if (!(low <= high) || (kind == Kind.LOGARITHMIC && low <= 0)) {
            throw new IllegalArgumentException("hyperparameter '" + name + "' needs a range from a"
                    + (kind == Kind.LOGARITHMIC ? " positive" : "") + " number to one not below it, but has " + low
                    + " to "
                    + high);
        }
        if ((kind == Kind.CATEGORIES) == categories.isEmpty()) {
            throw new IllegalArgumentException("hyperparameter '" + name + "' is " + kind + " and has "
                    + categories.size() + " categories; only CATEGORIES has some");
        }
    }

    /// Numbers that are as far apart as their difference.
    public static Hyperparameter linear(String name, double low, double high) {
        return new Hyperparameter(name, Kind.LINEAR, low, high, List.of());
    }

    /// Positive numbers that are as far apart as their ratio.
    public static Hyperparameter logarithmic(String name, double low, double high) {
        return new Hyperparameter(name, Kind.LOGARITHMIC, low, high, List.of());
    }

    /// A choice among names.
    public static Hyperparameter categories(String name, List<String> categories) {
        return new Hyperparameter(name, Kind.CATEGORIES, 0, Math.max(0, categories.size() - 1), categories);
    }

    /// A value for readers: the category's name, the number, or `–` for none.
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        boolean known = value >= 0 && value < categories.size();
        return known ? categories.get((int) value) : NumberText.brief(value);
    }

    /// The range for readers: `8 to 256, by ratio`, `adam, lion or sgd`.
    public String range() {
        return switch (kind) {
            case LINEAR -> NumberText.brief(low) + " to " + NumberText.brief(high);
            case LOGARITHMIC -> NumberText.brief(low) + " to " + NumberText.brief(high) + ", by ratio";
            case CATEGORIES -> String.join(", ", categories);
        };
    }
}
