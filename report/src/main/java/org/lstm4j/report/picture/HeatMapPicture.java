package org.lstm4j.report.picture;

import org.lstm4j.report.content.HeatMapContent;

/// A heat map as a picture of its own: title, meaning, axes and a colour bar with numbers. Cells are as large as fits a
/// width of about 2000 pixels, and one pixel at least.
public final class HeatMapPicture extends Picture {

    static final int MARGIN = 16;

    public HeatMapPicture(HeatMapContent content) {
        super(draw(new HeatMapPanel(content)));
    }

    private static Pixels draw(HeatMapPanel panel) {
        int wide = Math.max(panel.width() + panel.after(), panel.textWidth());
        Pixels pixels = new Pixels(2 * MARGIN + panel.before() + wide,
                2 * MARGIN + panel.above() + Math.max(panel.height(), 48) + panel.below(), Ink.GROUND);
        panel.draw(pixels, MARGIN + panel.before(), MARGIN + panel.above());
        return pixels;
    }
}
