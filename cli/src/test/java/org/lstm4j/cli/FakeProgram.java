package org.lstm4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the launcher starts in its tests, instead of the real command: it tells
/// how it was started and does what its second argument says.
final class FakeProgram {

    private FakeProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(FakeProgram::end));
        switch (arguments.length < 2 ? "" : arguments[1]) {
            case "arguments" -> List.of(arguments).forEach(System.out::println);
            case "modules" -> System.out.println(
                    ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector" : "no vector");
            case "property" -> System.out.println(System.getProperty(arguments[2]));
            case "stdin" -> System.out.println(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            case "lines" -> {
                for (int line = 1; line <= 1000; line++) {
                    System.err.println("line " + line);
                }
            }
            case "unfinished" -> System.err.print("no line end");
            case "exists" -> System.out.println(Files.exists(Path.of(arguments[2])));
            case "exit" -> System.exit(Integer.parseInt(arguments[2]));
            case "wait" -> {
                System.out.println("ready");
                Thread.sleep(60_000);
            }
            default -> System.out.println("started");
        }
    }

    private static void end() {
        System.err.flush();
        LauncherFilter.drain();
    }
}
