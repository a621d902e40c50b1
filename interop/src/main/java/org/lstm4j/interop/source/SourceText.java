package org.lstm4j.interop.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final SourceLines lines = new SourceLines();
    private final Set<RuntimePart> parts = EnumSet.noneOf(RuntimePart.class);

    SourceText(String className) {
        this.className = className;
        RuntimePart.DECODE.addTo(parts);
    }

    /// A line that makes a new `x` of `x`.
    void run(String line) {
        lines.add(line);
    }

    /// Whether that is the last line.
    boolean endsWith(String line) {
        return lines.endsWith(line);
    }

    /// Opens a block, up to [#end].
    void begin(String line) {
        lines.begin(line);
    }

    void end() {
        lines.end();
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
        constants.append(base64(bytes)).append(");\n");
        return name;
    }

    /// Numbers as a call that decodes them: a class has room for few as they are.
    String decoded(double[] values) {
        needs(RuntimePart.DECODE_DOUBLES);
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return "decode_doubles(" + values.length + base64(bytes) + ")";
    }

    /// Arguments, each on a line of its own.
    private static String base64(ByteBuffer bytes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.capacity(); from += CHUNK) {
            byte[] chunk = new byte[Math.min(CHUNK, bytes.capacity() - from)];
            bytes.get(from, chunk);
            text.append(",\n            \"").append(Base64.getEncoder().encodeToString(chunk)).append('"');
        }
        return text.toString();
    }

    String constants() {
        return constants.toString();
    }

    String lines() {
        return lines.text();
    }

    String functions() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append('\n').append(part.text()));
        return text.toString();
    }
}
