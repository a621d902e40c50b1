package org.lstm4j.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Which classes are shipped, so that a test can tell which of them it knows nothing of.
final class ShippedClasses {

    private ShippedClasses() {}

    /// The simple names of all classes in a type's package that are of that type, without those within others.
    static List<String> besideOf(Class<?> type) {
        String folder = type.getPackageName().replace('.', '/');
        try (Stream<Path> files = Files.list(root(type).resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> isMade(type, name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMade(Class<?> type, String name) {
        try {
            Class<?> candidate = Class.forName(type.getPackageName() + "." + name);
            return type.isAssignableFrom(candidate) && !Modifier.isAbstract(candidate.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
