package org.lstm4j.interop.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.network.OpenSteps;
import org.lstm4j.model.AtomicFile;
import org.lstm4j.nn.Sequential;
import org.lstm4j.tensor.Shape;

/// A network as one file of plain Java with its weights, for Java 11 and later, which depends on nothing.
///
/// {@snippet :
/// JavaSource.of(network, "DemandModel").write(Path.of("src/main/java/DemandModel.java"));
/// // there: float[] said = DemandModel.predict(input); // [steps, features], row-major
/// }
///
/// It says byte for byte what the network says, on every machine: its loops do the same operations in the same order. They are plain ones,
/// without vectors or threads, and so several times slower for large networks. Equal networks give equal files. [ForecasterSource] writes
/// whole forecasters in the same way.
public final class JavaSource {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9_]*");
    /// What the file calls by these names.
    private static final List<String> USED = List.of(
            "Activation", "Float", "IllegalArgumentException", "Math", "StrictMath", "String", "System");

    private final String className;
    private final String source;
    private final String call;

    /// @param call of the class, as it stands in other files
    JavaSource(String className, String source, String call) {
        this.className = className;
        this.source = source;
        this.call = call;
    }

    /// @param className what the class is to be called
    /// @throws ConfigurationException when Java cannot have such a class, or there is no plain function for a layer; names it
    public static JavaSource of(Sequential network, String className) {
        requireName(className, USED);
        Shape input = network.inputShape();
        SourceText text = new SourceText(className);
        boolean anySteps = OpenSteps.areTakenBy(network);
        SourceLayers layers = new SourceLayers(text, input, anySteps ? "steps" : String.valueOf(input.size(0)));
        network.layers().forEach(layers::write);
        int numbers = anySteps ? input.elements() / input.size(0) : input.elements();
        return new JavaSource(className,
                String.format(Locale.ROOT,
                        """
                                /*
                                 * A network that lstm4j wrote as plain Java: it needs nothing but Java 11 or later.
                                 *
                                 %s */
                                public final class %s {

                                %s
                                    private %s() {
                                    }

                                    /**
                                     * What the network says to one sample. Safe to call from several threads.
                                     *
                                     * @param input %s, row-major; %s
                                     * @return %s, row-major
                                     */
                                    public static float[] predict(float[] input) {
                                        if (%s) {
                                            throw new IllegalArgumentException("expected %s, row-major, but got " + input.length + " numbers");
                                        }
                                %s        float[] x = input;
                                %s        return x;
                                    }
                                %s}
                                """,
                        comment(network.summary()), className, text.constants(), className, input,
                        anySteps ? "the number of steps may be another" : "exactly so many",
                        network.outputShape(),
                        anySteps
                                ? "input.length == 0 || input.length % " + numbers + " != 0"
                                : "input.length != " + numbers,
                        input, anySteps ? "        int steps = input.length / " + numbers + ";\n" : "",
                        text.lines(),
                        text.functions()),
                "float[] said = " + className + ".predict(input);");
    }

    /// @param used what the file calls by other names than that of the class
    /// @throws ConfigurationException when no class in such a file can have that name
    static void requireName(String className, List<String> used) {
        if (!NAME.matcher(className).matches() || used.contains(className)) {
            throw new ConfigurationException(new Problem("the class cannot be called '" + className + "'",
                    "a capital letter, then letters and digits, and none of " + used, className,
                    "name the file after a class: DemandModel.java"));
        }
    }

    /// Without letters that only some compilers read, and what they take for an escape.
    static String comment(String summary) {
        String plain = summary.stripTrailing().replace("*/", "* /").replace('\\', '/')
                .replaceAll("[^\\p{ASCII}]", "?");
        return "*     " + plain.replace("\n", "\n *     ") + "\n";
    }

    /// The class that a file of that name holds: Java asks for one name of both.
    public static String classNameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
    }

    /// The text of the file.
    public String source() {
        return source;
    }

    /// The name of the class.
    public String className() {
        return className;
    }

    /// How other classes call it, in Java: `float[] said = Demand.predict(input);`.
    public String call() {
        return call;
    }

    /// Writes the file; the old one is intact where that fails.
    ///
    /// @throws org.lstm4j.StorageException when it cannot be written
    public void write(Path file) {
        AtomicFile.write(file, out -> out.write(source.getBytes(StandardCharsets.UTF_8)));
    }
}
