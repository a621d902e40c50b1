package org.lstm4j.report.picture;

import java.util.List;
import org.lstm4j.report.content.HeatMapContent;

/// Several heat maps of the same steps in one picture, two beside each other: what the gates and states of a layer did
/// over a window. All cells have one size, so that a step stands at the same place in every column.
public final class GatesPicture extends Picture {

    private static final int MARGIN = HeatMapPicture.MARGIN;
    private static final int GAP = 28;
    private static final int COLUMNS = 2;
    private static final int PREFERRED_WIDTH = 480;
    private static final int PREFERRED_HEIGHT = 220;
    private static final int ROOM_FOR_CELLS = 820;

    /// @param title of the whole picture
    /// @param maps at least one, in reading order, all with the same steps
    public GatesPicture(String title, List<HeatMapContent> maps) {
        super(draw(title, maps));
    }

    private static Pixels draw(String title, List<HeatMapContent> maps) {
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a picture of gates needs at least one heat map, but there is none");
        }
        for (HeatMapContent map : maps) {
            if (map.values().columns() != maps.getFirst().values().columns()) {
                throw new IllegalArgumentException("heat maps in one picture have the same steps, but '"
                        + maps.getFirst().title() + "' has " + maps.getFirst().values().columns() + " and '"
                        + map.title() + "' has " + map.values().columns() + "; draw them apart");
            }
        }
        Layout layout = new Layout(maps.stream().map(GatesPicture::panel).toList());
        Pixels pixels = new Pixels(Math.max(layout.width(), 2 * MARGIN + Letters.BOLD.width(title)), layout.height(),
                Ink.GROUND);
        Letters.BOLD.write(pixels, title, MARGIN, MARGIN, Ink.TEXT);
        for (int index = 0; index < maps.size(); index++) {
            layout.panels().get(index).draw(pixels, layout.left(index), layout.top(index));
        }
        return pixels;
    }

    /// Where each panel stands: all get the room of the largest.
    ///
    /// @param panels in reading order
    record Layout(List<HeatMapPanel> panels) {

        /// From one panel to the one beside it.
        private int across() {
            return before() + panels.stream()
                    .mapToInt(panel -> Math.max(panel.width() + panel.after(), panel.textWidth())).max().orElse(0)
                    + GAP;
        }

        /// From one panel to the one below it.
        private int down() {
            return above() + panels.stream().mapToInt(panel -> Math.max(48, panel.height()) + panel.below()).max()
                    .orElse(0) + GAP;
        }

        private int before() {
            return panels.stream().mapToInt(HeatMapPanel::before).max().orElse(0);
        }

        private int above() {
            return panels.stream().mapToInt(HeatMapPanel::above).max().orElse(0);
        }

        /// Left edge of a panel's cells.
        int left(int index) {
            return MARGIN + index % COLUMNS * across() + before();
        }

        /// Upper edge of a panel's cells.
        int top(int index) {
            return MARGIN + Letters.BOLD.height() + GAP / 2 + index / COLUMNS * down() + above();
        }

        int width() {
            return 2 * MARGIN + Math.min(COLUMNS, panels.size()) * across() - GAP;
        }

        int height() {
            int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
            return 2 * MARGIN + Letters.BOLD.height() + GAP / 2 + rows * down() - GAP;
        }
    }

    static HeatMapPanel panel(HeatMapContent map) {
        int width = HeatMapPanel.cell(PREFERRED_WIDTH, map.values().columns(), 24, ROOM_FOR_CELLS);
        int height = HeatMapPanel.cell(PREFERRED_HEIGHT, map.values().rows(), 24, 3 * PREFERRED_HEIGHT);
        return new HeatMapPanel(map, width, height);
    }
}
