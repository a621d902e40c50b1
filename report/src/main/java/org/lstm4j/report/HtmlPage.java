package org.lstm4j.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lstm4j.model.AtomicFile;

/// One HTML page that needs nothing but itself: no network, no other file. It can be read on a phone, printed, read
/// aloud and worked by keyboard, in a light and a dark dress, and without its script.
///
/// The page's content security policy names the hashes of its own script and style, so nothing else can run in it, and
/// every name from the data is text. Equal content gives equal bytes.
public abstract sealed class HtmlPage permits HtmlReport, StudyPage, RunsPage, ExplainPage {

    private final String page;

    HtmlPage(String page) {
        this.page = page;
    }

    /// Writes the page; its encoding is UTF-8.
    public final void writeTo(Appendable out) throws IOException {
        out.append(page);
    }

    /// Writes the page into a file, replacing one that is there. A file of that name
    /// holds the whole page, or is as it was before.
    ///
    /// @throws org.lstm4j.StorageException when the file cannot be written
    public final void writeTo(Path file) {
        AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }
}
