package org.lstm4j.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// A text in the one form DuckDB reads reliably: a plain UTF-8 file.
///
/// A file that already is one is used where it lies. Everything else is copied
/// to a temporary file that [#close] deletes: compressed files, because DuckDB
/// does not check gzip's checksums and returned wrong rows from a damaged one;
/// other encodings, and a byte order mark, which its JSON reader does not know; streams; and names with `*`, `?` or `[`, which DuckDB takes
/// for patterns.
///
/// @param path the file to read
/// @param title what messages call it
/// @param encoding name of the encoding of the source
/// @param temporary whether the file is a copy
record StagedText(Path path, String title, String encoding, boolean temporary) implements AutoCloseable {

    /// Bytes looked at to tell encodings and binary files.
    private static final int HEAD = 65_536;

    /// @param asked name of the encoding that was asked for
    /// @param longestLine bytes a line of a copy may have
    /// @throws org.lstm4j.StorageException when the file cannot be read or there is no room for a copy
    /// @throws DataException when it is empty, binary, damaged or of another encoding than said
    static StagedText of(Source.FileSource source, @Nullable String asked, int longestLine) {
        InputFiles.requireReadable(source.path());
        try (InputStream file = new BufferedInputStream(Files.newInputStream(source.path()), HEAD)) {
            boolean compressed = isCompressed(file);
            InputStream text = compressed ? unpacked(file) : file;
            byte[] head = head(text, source.title());
            TextEncoding encoding = TextEncoding.of(source.title(), asked, head);
            boolean plain = !compressed && encoding.isUtf8() && encoding.markLength() == 0;
            if (plain && DuckDb.canOpen(source.path())) {
                return new StagedText(source.path(), source.title(), "UTF-8", false);
            }
            return copy(text, source.title(), encoding, longestLine);
        } catch (IOException e) {
            throw unreadable(source.path().toString(), e);
        }
    }

    /// @throws org.lstm4j.StorageException when the stream fails or there is no room for a copy
    /// @throws DataException when it is empty, binary, damaged or of another encoding than said
    static StagedText of(Source.StreamSource source, @Nullable String asked) {
        // the stream stays open: it may be the standard input
        InputStream stream = new BufferedInputStream(new Unclosed(source.stream()), HEAD);
        try {
            InputStream text = isCompressed(stream) ? unpacked(stream) : stream;
            byte[] head = head(text, source.title());
            return copy(text, source.title(), TextEncoding.of(source.title(), asked, head), TextLines.LONGEST);
        } catch (IOException e) {
            throw unreadable(source.title(), e);
        }
    }

    /// Characters from the start of the text.
    Reader open() throws IOException {
        return Files.newBufferedReader(path);
    }

    @Override
    public void close() {
        if (temporary) {
            InputFiles.discard(path);
        }
    }

    private static boolean isCompressed(InputStream stream) throws IOException {
        stream.mark(2);
        boolean compressed = stream.read() == 0x1f && stream.read() == 0x8b;
        stream.reset();
        return compressed;
    }

    private static InputStream unpacked(InputStream compressed) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(compressed, HEAD), HEAD);
    }

    /// The first bytes, which the stream will give again.
    private static byte[] head(InputStream text, String title) throws IOException {
        text.mark(HEAD);
        byte[] head = text.readNBytes(HEAD);
        text.reset();
        if (head.length == 0) {
            throw InputFiles.empty(title);
        }
        return head;
    }

    private static StagedText copy(InputStream text, String title, TextEncoding encoding, int longestLine)
            throws IOException {
        Path copy = Files.createTempFile("lstm4j-", ".txt");
        boolean complete = false;
        try {
            text.skipNBytes(encoding.markLength());
            try (OutputStream utf8 = new BoundedLines(Files.newOutputStream(copy), title, longestLine)) {
                if (encoding.isUtf8()) {
                    text.transferTo(utf8);
                } else {
                    recode(text, encoding, utf8);
                }
            }
            complete = true;
        } finally {
            if (!complete) {
                InputFiles.discard(copy);
            }
        }
        return new StagedText(copy, title, encoding.charset().name(), true);
    }

    private static void recode(InputStream text, TextEncoding encoding, OutputStream utf8) throws IOException {
        Reader reader = new InputStreamReader(text, encoding.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        Writer writer = new OutputStreamWriter(utf8, StandardCharsets.UTF_8);
        try {
            reader.transferTo(writer);
            writer.flush();
        } catch (CharacterCodingException e) {
            throw new DataException(new Problem("the text is not encoded in " + encoding.charset().name(),
                    encoding.charset().name(), "bytes that are no character of it",
                    "name another encoding with --encoding"), e);
        }
    }

    private static RuntimeException unreadable(String title, IOException cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new DataException(new Problem("'" + title + "' is damaged", "a complete gzip file",
                    String.valueOf(cause.getMessage()), "fetch or compress the file again; gzip -t tests it"), cause);
        }
        return InputFiles.failure(title, cause);
    }

    /// Refuses a line without end before it fills the disk.
    private static final class BoundedLines extends FilterOutputStream {

        private final String title;
        private final int longest;
        private long line = 1;
        private long length;
        private byte last;

        BoundedLines(OutputStream target, String title, int longest) {
            super(target);
            this.title = title;
            this.longest = longest;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == '\n' || bytes[i] == '\r') {
                    line += bytes[i] == '\n' && last == '\r' ? 0 : 1;
                    length = 0;
                } else if (++length > longest) {
                    throw TextLines.tooLong(title, line);
                }
                last = bytes[i];
            }
            out.write(bytes, from, count);
        }
    }

    /// A stream that its reader cannot close.
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // the owner closes it
        }
    }
}
