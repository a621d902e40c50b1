package org.lstm4j;

/// What is wrong, in the four parts every lstm4j error has.
///
/// @param what what happened, naming the thing it happened to: `series 'A' has 20 rows`
/// @param expected what would have been right: `lookback 24 + horizon 12 needs 36`; empty when `what` says it all
/// @param received what was found instead; empty when `what` says it all
/// @param fix what the reader can do now: `use --lookback 8 or less`
public record Problem(String what, String expected, String received, String fix) {

    /// A problem whose first part already says what was expected and received.
    public static Problem of(String what, String fix) {
        return new Problem(what, "", "", fix);
    }

    /// One line with the parts that are present, in the order what, expected,
    /// received, fix.
    public String message() {
        StringBuilder text = new StringBuilder(what);
        append(text, "; expected ", expected);
        append(text, "; received ", received);
        append(text, "; ", fix);
        return text.toString();
    }

    private static void append(StringBuilder text, String joint, String part) {
        if (!part.isEmpty()) {
            text.append(joint).append(part);
        }
    }
}
