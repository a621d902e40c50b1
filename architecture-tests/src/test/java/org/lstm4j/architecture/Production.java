package org.lstm4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The compiled classes of all modules, read once.
final class Production {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.lstm4j");

    private Production() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /// How many source files the module has; each is compiled to one class that is not nested.
    static long sourceFiles(Module module) {
        Path sources = Path.of("..", module.folder(), "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long topLevelClasses(Module module) {
        return CLASSES.stream().filter(module.classes()).filter(JavaClass::isTopLevelClass).count();
    }
}
