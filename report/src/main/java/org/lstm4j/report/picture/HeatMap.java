package org.lstm4j.report.picture;

import org.lstm4j.report.content.Grid;
import org.lstm4j.report.content.HeatMapContent;

/// A grid of numbers as a grid of colours. The colour of a cell is a function of its value and the scale alone, and
/// [ValueScale] turns it back into the value, to half a level.
///
/// @param values `[rows, columns]`, the first row on top
/// @param scale which colour a value has
public record HeatMap(Grid values, ValueScale scale) {

    /// With a scale on which all values have a place.
    public static HeatMap of(HeatMapContent content) {
        return new HeatMap(content.values(), ValueScale.of(content.values(), content.range()));
    }

    /// The colour of a cell as 0xRRGGBB.
    public int color(int row, int column) {
        return scale.color(values.at(row, column));
    }

    /// A PNG with one pixel a cell, for a page that draws it larger.
    public byte[] png() {
        byte[] indices = new byte[values.rows() * values.columns()];
        for (int cell = 0; cell < indices.length; cell++) {
            double value = values.at(cell / values.columns(), cell % values.columns());
            indices[cell] = (byte) (Double.isNaN(value) ? scale.colors().levels() : scale.level(value));
        }
        return Png.of(values.columns(), indices, palette());
    }

    /// Every colour by level, and last the one of missing values.
    private int[] palette() {
        int levels = scale.colors().levels();
        int[] palette = new int[levels + 1];
        for (int level = 0; level < levels; level++) {
            palette[level] = scale.colors().color(level);
        }
        palette[levels] = ColorScale.MISSING;
        return palette;
    }

    void draw(Pixels pixels, int left, int top, int cellWidth, int cellHeight) {
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                pixels.fill(left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight,
                        color(row, column));
            }
        }
    }

    /// A PNG one pixel wide with every colour of the scale, the highest value on top.
    public byte[] barPng() {
        byte[] indices = new byte[scale.colors().levels()];
        for (int y = 0; y < indices.length; y++) {
            indices[y] = (byte) (indices.length - 1 - y);
        }
        return Png.of(1, indices, palette());
    }

    void drawBar(Pixels pixels, int left, int top, int width, int height) {
        for (int y = 0; y < height; y++) {
            double share = height == 1 ? 0 : 1 - y / (height - 1.0);
            pixels.fill(left, top + y, width, 1, scale.colors().color(scale.colors().level(share)));
        }
    }
}
