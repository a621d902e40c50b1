package org.lstm4j.report.content;

/// One configuration that a study tried.
///
/// @param number from 1, in the order of proposal
/// @param state how it ended
/// @param reason why it was pruned or failed; may be empty
/// @param values one a hyperparameter, in the study's order; see [Hyperparameter]
/// @param errors one a rung that it reached, the cheapest first; empty where it failed before
/// @param seconds of wall-clock time it took, all rungs together; NaN when unknown
public record StudyTrial(int number, State state, String reason, Values values, Values errors, double seconds) {

    /// How a trial ended.
    public enum State {
        COMPLETE("complete"), PRUNED("stopped early"), FAILED("failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public StudyTrial {
        if (number < 1) {
            throw new IllegalArgumentException("trials are numbered from 1, but this one is " + number);
        }
        if (state == State.COMPLETE && (errors.size() == 0 || !Double.isFinite(errors.at(errors.size() - 1)))) {
            throw new IllegalArgumentException("trial " + number + " is complete and needs a finite error, but has "
                    + errors + "; a trial without one has failed");
        }
    }

    /// The error on the last rung that it reached, NaN where there is none.
    public double lastError() {
        double last = errors.size() == 0 ? Double.NaN : errors.at(errors.size() - 1);
        return Double.isFinite(last) ? last : Double.NaN;
    }
}
