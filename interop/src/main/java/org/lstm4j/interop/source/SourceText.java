package org.lstm4j.interop.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;

/// A class that is being written: its constants, the lines that make an output of an input, and the functions that these need.
final class SourceText {

    /// Bytes of a constant before Base64; a class file has room for 65,535 letters.
    private static final int CHUNK = 48_000;

    private final String className;
    private final StringBuilder constants = new StringBuilder();
    private final Map<Parameter, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> lines = new ArrayList<>();
    private String indentation = "        ";
    private final Set<RuntimePart> parts = EnumSet.noneOf(RuntimePart.class);

    SourceText(String className) {
        this.className = className;
        RuntimePart.DECODE.addTo(parts);
    }

    /// A line that makes a new `x` of `x`.
    void run(String line) {
        lines.add(indentation + line);
    }

    /// Whether that is the last line.
    boolean endsWith(String line) {
        return !lines.isEmpty() && lines.getLast().equals(indentation + line);
    }

    /// Opens a block, up to [#end].
    void begin(String line) {
        run(line + " {");
        indentation += "    ";
    }

    void end() {
        indentation = indentation.substring(4);
        run("}");
    }

    /// A name for a variable that no other has.
    ///
    /// @param name of lower-case letters and what else a layer's name may have
    String variable(String name) {
        return unique(name.replaceAll("[^A-Za-z0-9]", "_"));
    }

    private String unique(String name) {
        String own = name;
        for (int number = 2; !taken.add(own); number++) {
            own = name + "_" + number;
        }
        return own;
    }

    void needs(RuntimePart part) {
        part.addTo(parts);
    }

    /// An activation as an argument.
    String activation(Activation activation) {
        needs(RuntimePart.of(activation));
        return className + "::" + RuntimePart.function(activation);
    }

    /// Writes weights as a constant, unless that has been done.
    ///
    /// @return its name
    String constant(Parameter parameter) {
        return names.computeIfAbsent(parameter, this::newConstant);
    }

    private String newConstant(Parameter parameter) {
        String name = unique("W_" + parameter.name().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * parameter.value().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : parameter.value()) {
            bytes.putFloat(value);
        }
        constants.append("    /** ").append(parameter.shape()).append(" */\n    private static final float[] ")
                .append(name)
                .append(" = decode(").append(parameter.value().length);
        for (int from = 0; from < bytes.capacity(); from += CHUNK) {
            byte[] chunk = new byte[Math.min(CHUNK, bytes.capacity() - from)];
            bytes.get(from, chunk);
            constants.append(",\n            \"").append(Base64.getEncoder().encodeToString(chunk)).append('"');
        }
        constants.append(");\n");
        return name;
    }

    String constants() {
        return constants.toString();
    }

    String lines() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    String functions() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append('\n').append(part.text()));
        return text.toString();
    }
}
