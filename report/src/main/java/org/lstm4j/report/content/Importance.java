package org.lstm4j.report.content;

/// How much of the differences between trials each hyperparameter accounts for.
///
/// @param method how that was found out: `functional ANOVA over a random forest of 64 trees`
/// @param shares 0 to 1, one a hyperparameter, in the study's order; empty when it was not found out
/// @param remark what a reader must know: `8 trials are too few to rank them`; may be empty
public record Importance(String method, Values shares, String remark) {

    /// Not found out.
    public static Importance none(String remark) {
        return new Importance("", Values.empty(), remark);
    }
}
