package org.lstm4j.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Text in pictures, from sheets of letters that come with the library, so that a machine needs no font.
///
/// A sheet is a strip of grey values (PGM), each letter with a margin on both sides; letters.txt says which letter comes
/// when and how far it moves the next one. A character that is not on the sheet becomes a box. Letters without their
/// own margins are never joined: what needs shaping (Arabic, Indic) becomes boxes too.
final class Letters {

    /// For labels and numbers.
    static final Letters PLAIN = load("plain", 0);
    /// For titles.
    static final Letters BOLD = load("bold", 1);

    private static final char BOX = '\u25a1';

    private final byte[] coverage;
    private final int sheetWidth;
    private final int height;
    private final Map<Integer, Letter> letters;

    /// @param left where its cell starts on the sheet
    /// @param advance pixels to the next letter
    private record Letter(int left, int advance) {}

    private Letters(byte[] coverage, int sheetWidth, int height, Map<Integer, Letter> letters) {
        this.coverage = coverage;
        this.sheetWidth = sheetWidth;
        this.height = height;
        this.letters = letters;
    }

    /// The height of a line in pixels.
    int height() {
        return height;
    }

    /// The width of a text in pixels.
    int width(String text) {
        return text.codePoints().map(character -> letter(character).advance()).sum();
    }

    /// The text, cut and ended with … where it is wider than that.
    String fitted(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int room = width - letter('…').advance();
        int count = 0;
        while (count < characters.length && room >= letter(characters[count]).advance()) {
            room -= letter(characters[count++]).advance();
        }
        return new String(characters, 0, count).stripTrailing() + "…";
    }

    /// Writes a text to the right of a place and below it.
    void write(Pixels pixels, String text, int left, int top, int color) {
        int x = left;
        for (int character : text.codePoints().toArray()) {
            Letter letter = letter(character);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < letter.advance() + 2 * Sheet.MARGIN; column++) {
                    pixels.blend(x + column - Sheet.MARGIN, top + row, color, coverage(letter, row, column));
                }
            }
            x += letter.advance();
        }
    }

    /// Writes a text that is read from below, its foot to the right.
    void writeUpwards(Pixels pixels, String text, int left, int bottom, int color) {
        int y = bottom;
        for (int character : text.codePoints().toArray()) {
            Letter letter = letter(character);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < letter.advance() + 2 * Sheet.MARGIN; column++) {
                    pixels.blend(left + row, y - column + Sheet.MARGIN, color, coverage(letter, row, column));
                }
            }
            y -= letter.advance();
        }
    }

    private int coverage(Letter letter, int row, int column) {
        return coverage[row * sheetWidth + letter.left() + column] & 0xff;
    }

    private Letter letter(int character) {
        Letter letter = letters.get(character);
        Letter box = letters.get((int) BOX);
        if (letter != null) {
            return letter;
        }
        if (box == null) {
            throw new IllegalStateException("the sheet of letters has no box for characters that it lacks");
        }
        return box;
    }

    private static Letters load(String name, int column) {
        Sheet sheet = Sheet.parse(resource("letters-" + name + ".pgm"));
        Map<Integer, Letter> letters = new LinkedHashMap<>();
        int left = 0;
        for (String line : new String(resource("letters.txt"), StandardCharsets.UTF_8).strip().split("\\R", -1)) {
            String[] fields = line.split(" ", -1);
            int advance = Integer.parseInt(fields[1 + column]);
            letters.put(Integer.parseInt(fields[0], 16), new Letter(left, advance));
            left += advance + 2 * Sheet.MARGIN;
        }
        return new Letters(sheet.grey(), sheet.width(), sheet.height(), letters);
    }

    private static byte[] resource(String name) {
        try (InputStream bytes = Letters.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("resource " + name + " is missing from the report module");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
