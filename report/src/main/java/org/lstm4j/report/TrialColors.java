package org.lstm4j.report;

import java.util.Locale;
import org.lstm4j.report.picture.ColorScale;

/// The colours of trials by their error, as classes of the style sheet: `c0` is the best.
///
/// On a white ground the best is the darkest, on a dark ground the brightest; every one of them stands out from the
/// ground by 3:1 and more.
final class TrialColors {

    static final int STEPS = 16;

    private TrialColors() {}

    /// The class of a trial, from how far up the error axis it lies: 0 the best, 1 the worst.
    static String className(double share) {
        return Double.isNaN(share) ? "none" : "c" + Math.min(STEPS - 1, (int) (share * STEPS));
    }

    static String style() {
        StringBuilder light = new StringBuilder(":root{");
        StringBuilder dark = new StringBuilder("@media screen and (prefers-color-scheme:dark){:root:not(.printing){");
        StringBuilder classes = new StringBuilder();
        for (int step = 0; step < STEPS; step++) {
            double share = step / (STEPS - 1.0);
            light.append("--c").append(step).append(':').append(hex(ColorScale.onWhite(share))).append(';');
            dark.append("--c").append(step).append(':').append(hex(ColorScale.onBlack(share))).append(';');
            classes.append(".c").append(step).append("{stroke:var(--c").append(step).append(");fill:var(--c")
                    .append(step).append(")}\n");
        }
        return light.append("}\n").append(dark).append("}}\n").append(classes).toString();
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
