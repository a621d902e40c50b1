package org.lstm4j.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.lstm4j.DataException;
import org.lstm4j.Problem;

/// Notices a JSON array that was cut off behind a comma: DuckDB takes it for a
/// whole one.
final class JsonArrayEnd {

    /// Bytes looked at, at either end.
    private static final int LOOK = 4096;

    private JsonArrayEnd() {}

    /// @throws DataException when the text begins as an array and does not end as one
    static void require(StagedText text) {
        try (FileChannel file = FileChannel.open(text.path())) {
            String start = part(file, 0).strip();
            String end = part(file, Math.max(0, file.size() - LOOK)).strip();
            if (start.startsWith("[") && !end.endsWith("]")) {
                String last = end.substring(Math.max(0, end.length() - 20));
                throw new DataException(new Problem("'" + text.title() + "' is cut off", "an array that ends with ]",
                        "'" + last + "' at its end", "fetch or write the file again"));
            }
        } catch (IOException e) {
            throw InputFiles.failure(text.path().toString(), e);
        }
    }

    private static String part(FileChannel file, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LOOK);
        file.read(bytes, from);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
