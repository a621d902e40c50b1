package org.lstm4j.report.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Grey values as a portable grey map: a line of text, then a byte a pixel.
///
/// @param width in pixels
/// @param height in pixels
/// @param grey row by row from the top; 255 is full
@SuppressWarnings("ArrayRecordComponent") // package-private and short-lived: nobody compares sheets
record Sheet(int width, int height, byte[] grey) {

    /// Pixels to the left and right of each letter, for those that reach out of their place.
    static final int MARGIN = 2;

    /// @throws IllegalArgumentException when the size does not fit the bytes
    static Sheet parse(byte[] file) {
        int lineEnd = 0;
        while (file[lineEnd] != '\n') {
            lineEnd++;
        }
        String[] header = new String(file, 0, lineEnd, StandardCharsets.US_ASCII).split(" ", -1);
        int width = Integer.parseInt(header[1]);
        int height = Integer.parseInt(header[2]);
        byte[] grey = Arrays.copyOfRange(file, lineEnd + 1, file.length);
        if (!header[0].equals("P5") || grey.length != width * height) {
            throw new IllegalArgumentException("a grey map of " + width + " × " + height + " has "
                    + width * height + " bytes, but there are " + grey.length);
        }
        return new Sheet(width, height, grey);
    }

    byte[] write() {
        byte[] header = ("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] file = Arrays.copyOf(header, header.length + grey.length);
        System.arraycopy(grey, 0, file, header.length, grey.length);
        return file;
    }
}
