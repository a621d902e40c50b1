package org.lstm4j.report.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.report.content.HeatMapContent;
import org.lstm4j.report.content.NumberText;
import org.lstm4j.report.content.TimeAxis;

/// A heat map with its title, meaning, axes and colour bar, as one block of a picture.
final class HeatMapPanel {

    private static final int ROOM_FOR_CELLS = 1_700;
    private static final int PREFERRED_WIDTH = 760;
    private static final int PREFERRED_HEIGHT = 320;
    private static final int MOST_NAME_WIDTH = 220;
    private static final int BAR_WIDTH = 16;
    private static final int BAR_GAP = 14;
    private static final int TICK = 5;
    private static final int GAP = 6;

    private final HeatMapContent content;
    private final HeatMap map;
    private final int cellWidth;
    private final int cellHeight;
    private final Ticks rowTicks;

    HeatMapPanel(HeatMapContent content) {
        this(content, cell(PREFERRED_WIDTH, content.values().columns(), 24, ROOM_FOR_CELLS),
                cell(PREFERRED_HEIGHT, content.values().rows(), 28, 4 * PREFERRED_HEIGHT));
    }

    HeatMapPanel(HeatMapContent content, int cellWidth, int cellHeight) {
        this.content = content;
        this.map = HeatMap.of(content);
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        int most = Math.max(1, height() / (Letters.PLAIN.height() + 2));
        this.rowTicks = content.rowNames().isEmpty() || content.values().rows() > most
                ? Ticks.counted(content.values().rows(), most)
                : new Ticks(IntStream.range(0, content.values().rows()).boxed().toList(),
                        content.rowNames());
    }

    /// Pixels a cell: enough to fill the preferred length, no more than there is room for, at least one.
    static int cell(int preferred, int count, int most, int room) {
        int wanted = Math.min(most, (preferred + count - 1) / count);
        return Math.max(1, Math.min(wanted, room / count));
    }

    /// Width of the cells.
    int width() {
        return cellWidth * content.values().columns();
    }

    /// Height of the cells.
    int height() {
        return cellHeight * content.values().rows();
    }

    int cellWidth() {
        return cellWidth;
    }

    int cellHeight() {
        return cellHeight;
    }

    /// Pixels that title and meaning take above the cells.
    int above() {
        int line = Letters.PLAIN.height();
        return Letters.BOLD.height() + (content.meaning().isEmpty() ? 0 : line + 2) + GAP + 2;
    }

    /// Pixels that marks and axis title take below the cells.
    int below() {
        return TICK + 2 * Letters.PLAIN.height() + GAP;
    }

    /// Pixels that row names take to the left of the cells.
    int before() {
        return Letters.PLAIN.height() + GAP + nameWidth() + TICK + 3;
    }

    /// Pixels that the colour bar takes to the right of the cells.
    int after() {
        int labels = barLabels().stream().mapToInt(Letters.PLAIN::width).max().orElse(0);
        int unit = Letters.PLAIN.width(content.unit());
        return BAR_GAP + Math.max(BAR_WIDTH + TICK + 4 + labels, unit);
    }

    /// The least width of the cells that leaves room for the texts above them.
    int textWidth() {
        return Math.max(Letters.BOLD.width(content.title()), Letters.PLAIN.width(content.meaning()));
    }

    private int nameWidth() {
        int widest = rowTicks.labels().stream().mapToInt(Letters.PLAIN::width).max().orElse(0);
        return Math.min(widest, MOST_NAME_WIDTH);
    }

    /// Draws the cells at that place and everything else around them.
    void draw(Pixels pixels, int left, int top) {
        map.draw(pixels, left, top, cellWidth, cellHeight);
        pixels.frame(left, top, width(), height(), Ink.FAINT);
        int line = top - above();
        Letters.BOLD.write(pixels, content.title(), left, line, Ink.TEXT);
        if (!content.meaning().isEmpty()) {
            Letters.PLAIN.write(pixels, content.meaning(), left, line + Letters.BOLD.height() + 2, Ink.FAINT);
        }
        drawRows(pixels, left, top);
        drawSteps(pixels, left, top + height());
        drawBar(pixels, left + width() + BAR_GAP, top);
    }

    private void drawRows(Pixels pixels, int left, int top) {
        Letters letters = Letters.PLAIN;
        for (int index = 0; index < rowTicks.indices().size(); index++) {
            int y = top + rowTicks.indices().get(index) * cellHeight + cellHeight / 2;
            pixels.fill(left - 1 - TICK, y, TICK, 1, Ink.FAINT);
            String name = letters.fitted(rowTicks.labels().get(index), MOST_NAME_WIDTH);
            letters.write(pixels, name, left - TICK - 4 - letters.width(name), y - letters.height() / 2, Ink.TEXT);
        }
        String title = letters.fitted(content.rowTitle(), Math.max(height(), 40));
        int bottom = top + (height() + letters.width(title)) / 2;
        letters.writeUpwards(pixels, title, left - before(), bottom, Ink.FAINT);
    }

    private void drawSteps(Pixels pixels, int left, int bottom) {
        Letters letters = Letters.PLAIN;
        int room = content.axis() instanceof TimeAxis ? 150 : 56;
        Ticks ticks = Ticks.of(content.axis(), width() / room);
        int free = Integer.MIN_VALUE;
        for (int index = 0; index < ticks.indices().size(); index++) {
            int x = left + ticks.indices().get(index) * cellWidth + cellWidth / 2;
            pixels.fill(x, bottom + 1, 1, TICK, Ink.FAINT);
            String label = ticks.labels().get(index);
            int start = x - letters.width(label) / 2;
            if (start > free) {
                letters.write(pixels, label, start, bottom + TICK + 2, Ink.TEXT);
                free = start + letters.width(label) + GAP;
            }
        }
        String title = content.axisTitle();
        letters.write(pixels, title, left + Math.max(0, (width() - letters.width(title)) / 2),
                bottom + TICK + 3 + letters.height(), Ink.FAINT);
    }

    private List<String> barLabels() {
        ValueScale scale = map.scale();
        return List.of(NumberText.brief(scale.high()), NumberText.brief(scale.high() / 2 + scale.low() / 2),
                NumberText.brief(scale.low()));
    }

    private void drawBar(Pixels pixels, int left, int top) {
        Letters letters = Letters.PLAIN;
        int high = Math.max(height(), 3 * letters.height());
        map.drawBar(pixels, left, top, BAR_WIDTH, high);
        pixels.frame(left, top, BAR_WIDTH, high, Ink.FAINT);
        for (int index = 0; index < 3; index++) {
            int y = top + index * (high - 1) / 2;
            pixels.fill(left + BAR_WIDTH + 1, y, TICK, 1, Ink.FAINT);
            int labelTop = Math.clamp(y - letters.height() / 2, top - 3, top + high - letters.height() + 3);
            letters.write(pixels, barLabels().get(index), left + BAR_WIDTH + TICK + 4, labelTop, Ink.TEXT);
        }
        letters.write(pixels, content.unit(), left, top - letters.height() - 4, Ink.FAINT);
    }
}
