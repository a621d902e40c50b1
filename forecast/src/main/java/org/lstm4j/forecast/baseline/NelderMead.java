package org.lstm4j.forecast.baseline;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Minimises a function of a few variables by the simplex method of Nelder and Mead (Computer Journal 7, 1965) with its usual
/// factors: reflection 1, expansion 2, contraction ½, shrinkage ½.
///
/// No derivatives, no randomness; NaN counts as infinitely bad. It stops after so many evaluations, or when the best and the
/// worst corner differ by a billionth of their size.
final class NelderMead {

    private static final double TOLERANCE = 1e-9;

    private final ToDoubleFunction<double[]> function;
    private final double[][] corners;
    private final double[] results;
    private int left;

    private NelderMead(ToDoubleFunction<double[]> function, int variables, int evaluations) {
        this.function = function;
        this.corners = new double[variables + 1][];
        this.results = new double[variables + 1];
        this.left = evaluations;
    }

    /// Where the function is least, as far as was seen.
    ///
    /// @param start where to begin, not changed
    /// @param step how far the first corners are from there
    /// @param evaluations how often the function may be asked; a few more where the last move needs them
    static double[] minimise(ToDoubleFunction<double[]> function, double[] start, double step, int evaluations) {
        NelderMead search = new NelderMead(function, start.length, evaluations);
        search.place(start, step);
        while (search.left > 0 && !search.isFlat()) {
            search.move();
        }
        return search.corners[0];
    }

    private void place(double[] start, double step) {
        for (int corner = 0; corner < corners.length; corner++) {
            corners[corner] = start.clone();
            if (corner > 0) {
                corners[corner][corner - 1] += step;
            }
            results[corner] = ask(corners[corner]);
        }
        order();
    }

    private double ask(double[] point) {
        left--;
        double result = function.applyAsDouble(point);
        return Double.isNaN(result) ? Double.POSITIVE_INFINITY : result;
    }

    private boolean isFlat() {
        double best = results[0];
        double worst = results[results.length - 1];
        return worst - best <= TOLERANCE * (Math.abs(best) + TOLERANCE);
    }

    private void move() {
        int worst = corners.length - 1;
        double[] centre = centreOfAllBut(worst);
        double[] reflected = onLine(centre, corners[worst], -1);
        double ofReflected = ask(reflected);
        if (ofReflected < results[0]) {
            double[] expanded = onLine(centre, corners[worst], -2);
            double ofExpanded = ask(expanded);
            replaceWorst(ofExpanded < ofReflected ? expanded : reflected, Math.min(ofExpanded, ofReflected));
        } else if (ofReflected < results[worst - 1]) {
            replaceWorst(reflected, ofReflected);
        } else {
            contract(centre, reflected, ofReflected);
        }
        order();
    }

    private void contract(double[] centre, double[] reflected, double ofReflected) {
        int worst = corners.length - 1;
        boolean outside = ofReflected < results[worst];
        double[] contracted = onLine(centre, outside ? reflected : corners[worst], 0.5);
        double ofContracted = ask(contracted);
        if (ofContracted < Math.min(ofReflected, results[worst])) {
            replaceWorst(contracted, ofContracted);
            return;
        }
        for (int corner = 1; corner < corners.length; corner++) {
            corners[corner] = onLine(corners[0], corners[corner], 0.5);
            results[corner] = ask(corners[corner]);
        }
    }

    private void replaceWorst(double[] point, double result) {
        corners[corners.length - 1] = point;
        results[results.length - 1] = result;
    }

    private double[] centreOfAllBut(int worst) {
        double[] centre = new double[worst];
        for (int corner = 0; corner < worst; corner++) {
            for (int variable = 0; variable < worst; variable++) {
                centre[variable] += corners[corner][variable] / worst;
            }
        }
        return centre;
    }

    /// from + share · (to − from).
    private static double[] onLine(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        Arrays.setAll(point, variable -> from[variable] + share * (to[variable] - from[variable]));
        return point;
    }

    /// Corners by result, the best first; equal ones keep their order.
    private void order() {
        for (int corner = 1; corner < corners.length; corner++) {
            double[] point = corners[corner];
            double result = results[corner];
            int place = corner;
            while (place > 0 && results[place - 1] > result) {
                corners[place] = corners[place - 1];
                results[place] = results[place - 1];
                place--;
            }
            corners[place] = point;
            results[place] = result;
        }
    }
}
