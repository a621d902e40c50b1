package org.lstm4j.report.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Pixels as a PNG file of 8 bits a channel, without the JDK's desktop module and its native libraries, which small
/// containers leave out.
///
/// Source: W3C Recommendation "Portable Network Graphics", chapters 5 (chunks), 9 (filters) and 11 (IHDR, PLTE, IDAT, IEND).
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TRUE_COLOR = 2;
    private static final int PALETTE = 3;
    private static final int FILTER_NONE = 0;
    /// Each byte less the one above it: rows of cells repeat, and become zeros.
    private static final int FILTER_UP = 2;
    private static final int CHANNELS = 3;

    private Png() {}

    static byte[] of(Pixels pixels) {
        return file(header(pixels.width(), pixels.height(), TRUE_COLOR), new byte[0], rows(pixels));
    }

    /// A picture of 256 colours at most, a byte a pixel.
    ///
    /// @param indices of colours, row by row from the top
    /// @param colors each 0xRRGGBB
    static byte[] of(int width, byte[] indices, int[] colors) {
        int height = indices.length / width;
        byte[] palette = new byte[CHANNELS * colors.length];
        for (int index = 0; index < colors.length; index++) {
            palette[CHANNELS * index] = (byte) (colors[index] >> 16);
            palette[CHANNELS * index + 1] = (byte) (colors[index] >> 8);
            palette[CHANNELS * index + 2] = (byte) colors[index];
        }
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            rows[y * (width + 1)] = FILTER_NONE;
            System.arraycopy(indices, y * width, rows, y * (width + 1) + 1, width);
        }
        return file(header(width, height, PALETTE), palette, rows);
    }

    private static byte[] file(byte[] header, byte[] palette, byte[] rows) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header);
            if (palette.length > 0) {
                chunk(out, "PLTE", palette);
            }
            chunk(out, "IDAT", compressed(rows));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written to", e);
        }
    }

    private static byte[] header(int width, int height, int colorType) {
        // the last five: bits a channel, colour type, deflate, filter by row, no interlace
        return ByteBuffer.allocate(13).putInt(width).putInt(height)
                .put(new byte[]{8, (byte) colorType, 0, 0, 0}).array();
    }

    private static byte[] rows(Pixels pixels) {
        int stride = CHANNELS * pixels.width();
        byte[] rows = new byte[Math.multiplyExact(pixels.height(), stride + 1)];
        byte[] above = new byte[stride];
        byte[] row = new byte[stride];
        int place = 0;
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int color = pixels.color(x, y);
                row[CHANNELS * x] = (byte) (color >> 16);
                row[CHANNELS * x + 1] = (byte) (color >> 8);
                row[CHANNELS * x + 2] = (byte) color;
            }
            rows[place++] = FILTER_UP;
            for (int index = 0; index < stride; index++) {
                rows[place++] = (byte) (row[index] - above[index]);
            }
            System.arraycopy(row, 0, above, 0, stride);
        }
        return rows;
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
                DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        }
        return out.toByteArray();
    }

    /// Length, name, content and checksum of name and content.
    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(letters);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(letters);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
