package org.lstm4j.interop.source;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/// Compiles a file that was written and calls it.
final class CompiledSource {

    private CompiledSource() {}

    /// The network of a file.
    ///
    /// @param folder where to put the file and its class
    static UnaryOperator<float[]> compile(JavaSource source, Path folder)
            throws IOException, ReflectiveOperationException {
        var predict = load(source, folder).getMethod("predict", float[].class);
        return input -> {
            try {
                return (float[]) predict.invoke(null, (Object) input);
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("the compiled class cannot be called", e);
            }
        };
    }

    /// The class of a file.
    ///
    /// @param folder where to put the file and its class
    static Class<?> load(JavaSource source, Path folder) throws IOException, ReflectiveOperationException {
        Path file = folder.resolve(source.className() + ".java");
        source.write(file);
        int outcome = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "11",
                "-Xlint:all,-options",
                "-Werror", "-d", folder.toString(), file.toString());
        if (outcome != 0) {
            throw new AssertionError("does not compile:\n" + source.source());
        }
        URLClassLoader loader = new URLClassLoader(List.of(folder.toUri().toURL()).toArray(URL[]::new));
        return loader.loadClass(source.className());
    }
}
