package org.lstm4j.interop.source;

import java.util.Locale;

/// Any words as they can stand in a file of Java, which every compiler reads alike: in ASCII.
final class SourceWords {

    private static final int WIDTH = 120;

    private SourceWords() {}

    /// A literal.
    static String literal(String words) {
        StringBuilder text = new StringBuilder("\"");
        for (int index = 0; index < words.length(); index++) {
            char letter = words.charAt(index);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append(String.format(Locale.ROOT, "\\%03o", (int) letter));
            } else {
                text.append(ascii(letter));
            }
        }
        return text.append('"').toString();
    }

    /// Part of a Javadoc comment.
    static String comment(String words) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < words.length(); index++) {
            char letter = words.charAt(index);
            switch (letter) {
                case '<', '>', '&', '@', '{', '}', '*', '/', '\\' -> text.append("&#").append((int) letter).append(';');
                default -> text.append(letter < ' ' ? " " : ascii(letter));
            }
        }
        return text.toString();
    }

    /// A paragraph of a comment in lines of at most 120 letters, but for longer words.
    ///
    /// @param first what the first line begins with
    /// @param others what the others begin with
    static String wrapped(String first, String others, String words) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : words.split(" ", 0)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(others);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        return text.append(line).append('\n').toString();
    }

    private static String ascii(char letter) {
        return letter < 127 ? String.valueOf(letter) : String.format(Locale.ROOT, "\\u%04x", (int) letter);
    }
}
