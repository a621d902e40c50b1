package org.lstm4j.report.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of lines beside pieces of them, in as many rows as they need.
final class Legend {

    private static final int SAMPLE = 22;
    private static final int GAP = 18;
    private static final int MOST_NAME_WIDTH = 260;

    private final List<String> names;
    private final int width;
    private final Letters letters = Letters.PLAIN;

    Legend(List<String> names, int width) {
        this.names = names.stream().map(name -> letters.fitted(name, MOST_NAME_WIDTH)).toList();
        this.width = width;
    }

    /// None for a single line without a name.
    int height() {
        return names.size() == 1 && names.getFirst().isEmpty() ? 0 : place(null, 0, 0);
    }

    void draw(Pixels pixels, int left, int top) {
        if (height() > 0) {
            place(pixels, left, top);
        }
    }

    /// Goes through the names and draws them where there are pixels to draw on; returns the height they take.
    private int place(@Nullable Pixels pixels, int left, int top) {
        int row = letters.height() + 3;
        int x = 0;
        int y = 0;
        for (int index = 0; index < names.size(); index++) {
            int wide = SAMPLE + 6 + letters.width(names.get(index));
            if (x > 0 && x + wide > width) {
                x = 0;
                y += row;
            }
            if (pixels != null) {
                pixels.fill(left + x, top + y + letters.height() / 2, SAMPLE, 3, Ink.line(index));
                letters.write(pixels, names.get(index), left + x + SAMPLE + 6, top + y, Ink.TEXT);
            }
            x += wide + GAP;
        }
        return y + row;
    }
}
