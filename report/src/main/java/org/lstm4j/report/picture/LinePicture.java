package org.lstm4j.report.picture;

import org.lstm4j.report.content.CurvesContent;
import org.lstm4j.report.content.NamedValues;
import org.lstm4j.report.content.TimeAxis;
import org.lstm4j.report.picture.VerticalScale.Mark;

/// Lines over one axis as a picture: title, axes, and a legend. A value without neighbours is a dot, a missing one a gap.
public final class LinePicture extends Picture {

    private static final int MARGIN = 16;
    private static final int PLOT_WIDTH = 840;
    private static final int PLOT_HEIGHT = 360;
    private static final int TICK = 5;
    private static final double THICKNESS = 2;

    public LinePicture(CurvesContent content) {
        super(new Drawing(content).draw());
    }

    /// The picture while it is drawn.
    private static final class Drawing {

        private final Letters letters = Letters.PLAIN;
        private final CurvesContent content;
        private final VerticalScale scale;
        private final Legend legend;
        private final int left;
        private final int top;

        Drawing(CurvesContent content) {
            this.content = content;
            this.scale = VerticalScale.of(content);
            this.legend = new Legend(content.lines().stream().map(NamedValues::name).toList(), PLOT_WIDTH);
            int labels = scale.marks().stream().mapToInt(mark -> letters.width(mark.label())).max().orElse(0);
            this.left = MARGIN + labels + TICK + 6;
            this.top = MARGIN + Letters.BOLD.height() + (content.meaning().isEmpty() ? 0 : letters.height() + 2)
                    + legend.height() + letters.height() + 12;
        }

        Pixels draw() {
            int wide = Math.max(PLOT_WIDTH + 24, letters.width(content.meaning()));
            Pixels pixels = new Pixels(left + wide + MARGIN,
                    top + PLOT_HEIGHT + TICK + 2 * letters.height() + 6 + MARGIN,
                    Ink.GROUND);
            texts(pixels);
            verticalAxis(pixels);
            horizontalAxis(pixels);
            for (int line = content.lines().size() - 1; line >= 0; line--) {
                stroke(content.lines().get(line)).draw(pixels, left, top, Ink.line(line));
            }
            return pixels;
        }

        private void texts(Pixels pixels) {
            Letters.BOLD.write(pixels, content.title(), left, MARGIN, Ink.TEXT);
            int next = MARGIN + Letters.BOLD.height() + 2;
            if (!content.meaning().isEmpty()) {
                letters.write(pixels, content.meaning(), left, next, Ink.FAINT);
                next += letters.height() + 2;
            }
            legend.draw(pixels, left, next + 2);
            letters.write(pixels, content.unit(), left, top - letters.height() - 4, Ink.FAINT);
        }

        private void verticalAxis(Pixels pixels) {
            for (Mark mark : scale.marks()) {
                int y = top + (int) StrictMath.rint(mark.place() * (PLOT_HEIGHT - 1));
                pixels.fill(left, y, PLOT_WIDTH, 1, Ink.GRID);
                pixels.fill(left - TICK, y, TICK, 1, Ink.FAINT);
                letters.write(pixels, mark.label(), left - TICK - 4 - letters.width(mark.label()),
                        y - letters.height() / 2, Ink.TEXT);
            }
            pixels.fill(left - 1, top, 1, PLOT_HEIGHT, Ink.FAINT);
            pixels.fill(left - 1, top + PLOT_HEIGHT, PLOT_WIDTH + 1, 1, Ink.FAINT);
        }

        private void horizontalAxis(Pixels pixels) {
            Ticks ticks = Ticks.of(content.axis(), PLOT_WIDTH / (content.axis() instanceof TimeAxis ? 150 : 60));
            for (int index = 0; index < ticks.indices().size(); index++) {
                int x = left + (int) StrictMath.rint(x(ticks.indices().get(index)));
                String label = ticks.labels().get(index);
                pixels.fill(x, top + PLOT_HEIGHT + 1, 1, TICK, Ink.FAINT);
                letters.write(pixels, label, x - letters.width(label) / 2, top + PLOT_HEIGHT + TICK + 2, Ink.TEXT);
            }
            String title = content.axisTitle();
            letters.write(pixels, title, left + (PLOT_WIDTH - letters.width(title)) / 2,
                    top + PLOT_HEIGHT + TICK + 4 + letters.height(), Ink.FAINT);
        }

        private Stroke stroke(NamedValues line) {
            Stroke stroke = new Stroke(PLOT_WIDTH, PLOT_HEIGHT, THICKNESS);
            double beforeX = Double.NaN;
            double beforeY = Double.NaN;
            for (int index = 0; index < line.values().size(); index++) {
                double x = x(index);
                double y = scale.fromTop(line.values().at(index)) * (PLOT_HEIGHT - 1);
                if (!Double.isNaN(y)) {
                    boolean joined = !Double.isNaN(beforeY);
                    stroke.piece(joined ? beforeX : x, joined ? beforeY : y, x, y);
                }
                beforeX = x;
                beforeY = y;
            }
            return stroke;
        }

        private double x(int index) {
            int last = content.axis().size() - 1;
            double from = content.axis().position(0);
            double span = content.axis().position(last) - from;
            double share = span == 0 ? 0.5 : (content.axis().position(index) - from) / span;
            return share * (PLOT_WIDTH - 1);
        }
    }
}
