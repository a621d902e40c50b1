package org.lstm4j.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML in which no text can become markup: text and attribute values
/// are always escaped, and every element is closed.
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values by turns
    HtmlWriter open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Closes an element and ends the line, so that the page can be read and
    /// compared line by line.
    HtmlWriter closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /// An element without content, such as `meta`.
    HtmlWriter empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append('\n');
        return this;
    }

    /// An element that holds text alone.
    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /// Text from outside, such as the name of a series: isolated, so that a
    /// right-to-left name does not turn the words around it.
    HtmlWriter foreign(String text) {
        return element("bdi", text);
    }

    HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    /// Our own script, style or markup, as it is.
    HtmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    /// The page.
    ///
    /// @throws IllegalStateException when an element was left open
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element " + open.peek() + " was left open");
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int index = 0; index < attributes.length; index += 2) {
            out.append(' ').append(attributes[index]).append("=\"");
            escape(attributes[index + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(character);
                // HTML has no place for control characters, not even as references
                default -> out.append(Character.isISOControl(character) ? '\ufffd' : character);
            }
        }
    }
}
