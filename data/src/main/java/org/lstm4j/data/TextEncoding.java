package org.lstm4j.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// The character set of a text: the one that was asked for, else the one its
/// byte order mark tells, else UTF-8.
///
/// @param charset the character set
/// @param markLength bytes of the byte order mark, 0 when there is none
record TextEncoding(Charset charset, int markLength) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};

    /// @param asked name of the character set that was asked for
    /// @param head the first bytes of the text
    /// @throws ConfigurationException when there is no character set of that name
    /// @throws DataException when the bytes are not text at all, or not UTF-8 though nothing else was asked for
    static TextEncoding of(String title, @Nullable String asked, byte[] head) {
        TextEncoding marked = marked(head);
        Charset charset = asked == null ? marked.charset : charset(asked);
        if (!hasZeroBytes(charset)) {
            refuseBinary(title, head);
        }
        if (charset.equals(StandardCharsets.UTF_8) && !isValid(head)) {
            throw notUtf8(title);
        }
        return new TextEncoding(charset, marked.charset.equals(charset) ? marked.markLength : 0);
    }

    /// Whether ordinary text has zero bytes in this encoding.
    private static boolean hasZeroBytes(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    static DataException notUtf8(String title) {
        return new DataException(new Problem("'" + title + "' is not encoded in UTF-8", "UTF-8 text",
                "bytes that are not UTF-8",
                "name its encoding with --encoding: GB18030 for Chinese, windows-1252 for Western European files"));
    }

    private static TextEncoding marked(byte[] head) {
        if (startsWith(head, UTF_8_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_8, UTF_8_MARK.length);
        }
        if (startsWith(head, UTF_16_BIG_ENDIAN_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(head, UTF_16_LITTLE_ENDIAN_MARK)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /// Text has no zero bytes; nearly every binary format has one early.
    private static void refuseBinary(String title, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw new DataException(new Problem("'" + title + "' is a binary file", "delimited text",
                        "a zero byte at position " + i,
                        "give a .csv, .tsv, .txt, .json, .jsonl or .parquet file; for UTF-16 text without a byte"
                                + " order mark add --encoding UTF-16LE or UTF-16BE"));
            }
        }
    }

    /// Whether the bytes are UTF-8; a character cut off at their end does not count.
    private static boolean isValid(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false).isError();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ConfigurationException(new Problem("there is no encoding '" + name + "'",
                    "a name such as UTF-8, GB18030, windows-1252, ISO-8859-1, Shift_JIS or UTF-16LE",
                    "'" + name + "'", "check the spelling of --encoding"), e);
        }
    }
}
