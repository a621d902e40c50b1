package org.lstm4j.architecture;

import static org.lstm4j.architecture.Conditions.neverUse;
import static org.lstm4j.architecture.Module.LIBRARY;

import java.io.Console;
import java.io.FileDescriptor;
import org.junit.jupiter.api.Test;

/// The library is a guest in its program: only the command line, and programs of their own, speak for the process.
class SideEffectsTest {

    @Test
    void onlyProgramsPrint() {
        Rule.of(LIBRARY, neverUse(
                Uses.of(System.class, "out", "err", "in", "console", "setOut", "setErr"),
                Uses.of(IO.class),
                Uses.of(Console.class),
                Uses.of(FileDescriptor.class, "out", "err", "in"),
                Uses.ofAny("printStackTrace")))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.forecast.Prints.class, "java.lang.System.out", "java.lang.System.err",
                        "java.lang.IO.println", "printStackTrace");
    }

    @Test
    void onlyProgramsExit() {
        Rule.of(LIBRARY, neverUse(
                Uses.of(System.class, "exit"), Uses.of(Runtime.class, "exit", "halt", "addShutdownHook")))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.forecast.Exits.class,
                        "java.lang.System.exit", "java.lang.Runtime.halt", "java.lang.Runtime.addShutdownHook");
    }

    /// The one setting of the library is `-Dlstm4j.kernels`, read in one place.
    @Test
    void onlyProgramsReadTheEnvironment() {
        Rule.of(Module.classesOf(LIBRARY, "org.lstm4j.compute.KernelChoice"), neverUse(
                Uses.of(System.class, "getenv", "getProperty", "getProperties", "setProperty", "lineSeparator"),
                Uses.of(Integer.class, "getInteger"),
                Uses.of(Long.class, "getLong"),
                Uses.of(Boolean.class, "getBoolean")))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.forecast.ReadsTheEnvironment.class, "java.lang.System.getenv",
                        "java.lang.System.getProperty", "java.lang.Boolean.getBoolean");
    }

    /// Even there the environment proper stays unread.
    @Test
    void theKernelChoiceReadsNothingButItsProperty() {
        Rule.of(Module.CORE, neverUse(
                Uses.of(System.class, "getenv", "getProperties", "setProperty"),
                Uses.ofExactly(System.class, "getProperty", String.class)))
                .holdsForAtLeast(100)
                .isBrokenBy(planted.org.lstm4j.compute.ReadsTheEnvironment.class, "java.lang.System.getenv");
    }
}
