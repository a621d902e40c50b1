package org.lstm4j.interop.source;

import java.util.ArrayList;
import java.util.List;

/// The lines of a method, indented by the blocks they stand in.
final class SourceLines {

    private final List<String> lines = new ArrayList<>();
    private String indentation = "        ";

    void add(String line) {
        lines.add(indentation + line);
    }

    /// Whether that is the last line.
    boolean endsWith(String line) {
        return !lines.isEmpty() && lines.getLast().equals(indentation + line);
    }

    /// Opens a block, up to [#end].
    void begin(String line) {
        add(line + " {");
        indentation += "    ";
    }

    void end() {
        indentation = indentation.substring(4);
        add("}");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
