package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;

/// Runs the launcher as a process, in a checkout of its own whose program is
/// [FakeProgram] and whose Maven is a script.
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "lstm4j").toAbsolutePath().normalize();

    @TempDir
    static Path classes;

    @TempDir
    Path temporary;

    private Path root;

    /// What a process answered.
    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void needsBash() throws IOException {
        assumeTrue(isInstalled("bash"), "bash is not installed, and the launcher is a bash script");
        writeJar(classes.resolve("program.jar"));
    }

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(temporary.resolve("a check out"));
        Files.copy(LAUNCHER, root.resolve("lstm4j"));
        assertThat(root.resolve("lstm4j").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("core/src/main"));
        Files.createDirectories(root.resolve("cli/target"));
        Files.copy(classes.resolve("program.jar"), jar());
    }

    @Test
    void passesArgumentsAndTheExitCode() throws Exception {
        assertThat(launch("train", "arguments", "a b", "*", "", "--x=$HOME").out())
                .isEqualTo("train\narguments\na b\n*\n\n--x=$HOME\n");
        assertThat(launch("train", "exit", "6").code()).isEqualTo(6);
        assertThat(launch("inspect", "exit", "4").code()).isEqualTo(4);
    }

    @Test
    void givesTheVectorModuleOnlyToCommandsThatCompute() throws Exception {
        assertThat(launch("train", "modules").out()).isEqualTo("vector\n");
        assertThat(launch("--seed", "modules", "train").out()).isEqualTo("vector\n");
        assertThat(launch("inspect", "modules").out()).isEqualTo("no vector\n");
        assertThat(launch("train", "modules", "--help").out()).isEqualTo("no vector\n");
    }

    @Test
    void startsTheBenchmarkFromItsOwnModule() throws Exception {
        Files.createDirectories(root.resolve("benchmarks/target"));
        Files.move(jar(), root.resolve("benchmarks/target/lstm4j-benchmarks.jar"));

        assertThat(launch("bench", "--quick", "modules").out()).isEqualTo("vector\n");
        assertThat(launch("bench", "--quick", "arguments", "--help").out())
                .isEqualTo("--quick\narguments\n--help\n");
    }

    @Test
    void buildsThePeersOnceAndForTheirComparisonAlone() throws Exception {
        Files.createDirectories(root.resolve("benchmarks/target"));
        Files.move(jar(), root.resolve("benchmarks/target/lstm4j-benchmarks.jar"));
        Map<String, String> environment = withMaven("echo \"$*\" >> builds");

        Answer first = launch(environment, "bench", "--peers");
        launch(environment, "bench", "--peers");
        launch(environment, "bench", "--quick");

        // this checkout's jar has no such program
        assertThat(first.err()).contains("building the peers", "1.3 GB", "done",
                "org.lstm4j.benchmarks.peers.PeerBench");
        assertThat(Files.readString(root.resolve("builds"))).contains("--fail-at-end -Ppeers").hasLineCount(1);
    }

    @Test
    void comparesWithThePeersThatCouldBeBuilt() throws Exception {
        Files.createDirectories(root.resolve("benchmarks/target"));
        Files.move(jar(), root.resolve("benchmarks/target/lstm4j-benchmarks.jar"));

        Answer answer = launch(withMaven("echo '[ERROR] no such artifact'; exit 1"), "bench", "--peers");

        assertThat(answer.err()).contains("no such artifact", "going on without them", "peers.log",
                "org.lstm4j.benchmarks.peers.PeerBench");
    }

    @Test
    void keepsTheNoticeAboutIncubatorModulesAwayAndEverythingElse() throws Exception {
        assertThat(launch("train", "modules").err()).isEmpty();
        assertThat(launch("train", "lines").err()).startsWith("line 1\n").endsWith("line 1000\n").hasLineCount(1000);
        assertThat(launch("train", "unfinished").err()).isEqualTo("no line end");
    }

    @Test
    void hasWrittenAllMessagesWhenItEnds() throws Exception {
        for (int run = 0; run < 3; run++) {
            Path log = temporary.resolve("log");
            process(List.of(root + "/lstm4j", "train", "lines"), Map.of()).redirectError(log.toFile()).start()
                    .waitFor();
            assertThat(log).content().endsWith("line 1000\n");
        }
    }

    @Test
    void showsWhyTheJvmDoesNotStart() throws Exception {
        Answer answer = launch(Map.of("LSTM4J_JAVA_OPTS", "-XX:NoSuchOption"), "train");

        assertThat(answer.code()).isOne();
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("NoSuchOption");
    }

    @Test
    void addsJavaOptions() throws Exception {
        assertThat(launch(Map.of("LSTM4J_JAVA_OPTS", " -Da.b=c*  -Xmx50m "), "train", "property", "a.b").out())
                .isEqualTo("c*\n");
    }

    @Test
    void leavesStdinToTheProgram() throws Exception {
        Process process = process(List.of(root + "/lstm4j", "train", "stdin"), Map.of()).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write("a,b\n1,2".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(answerOf(process).out()).isEqualTo("a,b\n1,2\n");
    }

    /// The JVM would open one of its own files as stream 0, and the program read that.
    @Test
    void readsNothingFromAStdinThatIsClosed() throws Exception {
        Process process = process(List.of("bash", "-c", "'" + root + "/lstm4j' train stdin <&-"), Map.of()).start();

        assertThat(answerOf(process).out()).isEqualTo("\n");
    }

    @Test
    void endsBySignalLikeTheProgram() throws Exception {
        assertThat(signalled("TERM")).isEqualTo(143);
    }

    @Test
    void endsByInterruptLikeTheProgram() throws Exception {
        assumeFalse(ignoresInterrupts(),
                "a build in the background of a script ignores interrupts, and so do its children");
        assertThat(signalled("INT")).isEqualTo(130);
    }

    /// Whether this process has signal 2 ignored, where the system tells.
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) & 0b10) != 0);
    }

    @Test
    void knowsThatAPipeIsNoTerminal() throws Exception {
        assertThat(launch("train", "property", "lstm4j.stdout.columns").out()).isEqualTo("0\n");
        assertThat(launch("train", "property", "lstm4j.stderr.columns").out()).isEqualTo("0\n");
    }

    @Test
    void tellsTheProgramHowWideTheTerminalIs() throws Exception {
        assumeTrue(isInstalled("script") && System.getProperty("os.name").equals("Linux"),
                "needs script(1) of util-linux, which provides a terminal");
        for (String stream : List.of("stdout", "stderr")) {
            Process script = process(List.of("script", "-qec", "stty cols 132; '" + root + "/lstm4j' train property "
                    + "lstm4j." + stream + ".columns", "/dev/null"), Map.of()).start();

            assertThat(answerOf(script).out()).isEqualTo("132\r\n");
        }
    }

    @Test
    void startsThroughSymbolicLinksFromAnywhere() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("first"), root.resolve("lstm4j"));
        Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        ProcessBuilder process = process(List.of("bin/second", "train"), Map.of()).directory(temporary.toFile());
        assertThat(answerOf(process.start()).out()).isEqualTo("started\n");
    }

    @Test
    void opensFilesWithAnyNameInAnyLocale() throws Exception {
        Path file = Files.createFile(temporary.resolve("数据.csv"));

        for (String locale : List.of("C", "xx_XX.UTF-8")) {
            Answer answer = launch(Map.of("LC_ALL", locale), "train", "exists", file.toString());
            assertThat(answer.out()).as(locale).isEqualTo("true\n");
        }
    }

    @Test
    void saysWhichJavaIsMissing() throws Exception {
        String script = Files.readString(root.resolve("lstm4j")).replace("oldest_java=25", "oldest_java=99");
        Files.writeString(root.resolve("lstm4j"), script);

        Answer text = launch("train");
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.out()).isEmpty();
        assertThat(text.err()).contains("JDK 99 or newer").contains("JAVA_HOME").hasLineCount(1);

        Answer json = launch("train", "--json");
        assertThat(Json.parse(json.out()).asObject().require("error").asObject().members())
                .containsOnlyKeys("code", "what", "expected", "received", "fix");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        Path old = Files.createDirectories(temporary.resolve("jdk-17"));
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        script(old.resolve("bin/java"), "exit 99");

        Map<String, String> environment = Map.of("JAVA_HOME", old.toString(), "PATH",
                javaHome().resolve("bin") + ":" + System.getenv("PATH"));
        assertThat(launch(environment, "train").out()).isEqualTo("started\n");
    }

    @Test
    void buildsOnFirstUseAndSaysSoInOneLine() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.delete(jar());

        Answer first = launch(environment, "train");
        assertThat(first.out()).isEqualTo("started\n");
        assertThat(first.err()).startsWith("lstm4j: building").hasLineCount(1);

        assertThat(launch(environment, "train").err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"brief.jsa,inspect", "full.jsa,train"})
    void keepsTheClassesOfCommandsAndPassesOverADamagedArchive(String file, String command) throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.delete(jar());
        launch(environment, "train");
        Path archive = root.resolve("target/launcher").resolve(file);
        assertThat(archive).isNotEmptyFile();
        assertThat(root.resolve("target/launcher/sample")).doesNotExist();

        Answer withArchive = launch(environment, command, "property", "java.vm.info");
        assertThat(withArchive.out()).contains("sharing");
        assertThat(withArchive.err()).isEmpty();

        Files.writeString(archive, "no archive");
        Answer damaged = launch(environment, command, "arguments");
        assertThat(damaged.out()).isEqualTo(command + "\narguments\n");
        assertThat(damaged.err()).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(1_000_000_000_000L));
        Files.writeString(root.resolve("core/src/main/New.java"), "class New {}");

        assertThat(launch(environment, "train").err()).startsWith("lstm4j: building");
        assertThat(launch(environment, "train").err()).isEmpty();
    }

    @Test
    void buildsOnceWhenTwoStartAtTheSameTime() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.delete(jar());

        Process one = process(List.of(root + "/lstm4j", "train"), environment).start();
        Process two = process(List.of(root + "/lstm4j", "train"), environment).start();

        assertThat(List.of(answerOf(one), answerOf(two))).extracting(Answer::out).containsOnly("started\n");
        assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuildThatWasKilled() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.delete(jar());
        Files.createDirectories(root.resolve("target/launcher"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createSymbolicLink(root.resolve("target/launcher/lock"), Path.of(String.valueOf(dead.pid())));

        assertThat(launch(environment, "train").out()).isEqualTo("started\n");
        assertThat(root.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void showsTheErrorsOfABuildThatFails() throws Exception {
        Map<String, String> environment = withMaven(
                "echo '[INFO] compiling'; echo '[ERROR] Foo.java: ; expected'; exit 1");
        Files.delete(jar());

        Answer answer = launch(environment, "train");

        assertThat(answer.code()).isOne();
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("[ERROR] Foo.java: ; expected").contains("build.log")
                .doesNotContain("[INFO]");
    }

    /// A build that fails or is stopped may leave the jar without its libraries.
    @Test
    void startsNothingHalfBuilt() throws Exception {
        Files.delete(jar());
        Answer failed = launch(withMaven(mavenThatWorks() + "; exit 1"), "train");
        assertThat(failed.code()).isOne();
        assertThat(jar()).exists();

        Answer again = launch(withMaven(mavenThatWorks()), "train");
        assertThat(again.err()).startsWith("lstm4j: building");
        assertThat(again.out()).isEqualTo("started\n");
    }

    @Test
    void waitsForABuildWhoseJarIsThereAlready() throws Exception {
        Map<String, String> environment = withMaven(
                mavenThatWorks() + "; touch half; while [ ! -e whole ]; do sleep 0.05; done");
        Files.delete(jar());
        Process first = process(List.of(root + "/lstm4j", "train"), environment).start();
        while (!Files.exists(root.resolve("half"))) {
            Thread.sleep(20);
        }
        Process second = process(List.of(root + "/lstm4j", "train"), environment).start();
        assertThat(second.errorReader().readLine()).startsWith("lstm4j: waiting for another build");
        Files.createFile(root.resolve("whole"));

        assertThat(List.of(answerOf(first), answerOf(second))).extracting(Answer::out).containsOnly("started\n");
        assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(1);
    }

    @Test
    void stopsABuildBySignalAndBuildsAgain() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks() + "; touch half; exec sleep 60");
        Files.delete(jar());
        Process process = process(List.of(root + "/lstm4j", "train"), environment).start();
        while (!Files.exists(root.resolve("half"))) {
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();

        assertThat(answerOf(process).code()).isEqualTo(143);
        assertThat(root.resolve("target/launcher/lock")).doesNotExist();
        assertThat(launch(withMaven(mavenThatWorks()), "train").out()).isEqualTo("started\n");
    }

    /// A container begins to number its processes anew, so a lock left there may hold our own number.
    @Test
    void takesOverALockThatHoldsItsOwnNumber() throws Exception {
        Map<String, String> environment = withMaven(mavenThatWorks());
        Files.delete(jar());
        Files.createDirectories(root.resolve("target/launcher"));
        Process process = process(List.of("bash", "-c", "ln -s $$ '" + root + "/target/launcher/lock'; exec '" + root
                + "/lstm4j' train"), environment).start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answerOf(process).out()).isEqualTo("started\n");
    }

    @Test
    void passesOverAJavaWithoutCompilerWhenItBuilds() throws Exception {
        Path runtime = Files.createDirectories(temporary.resolve("jre-99"));
        Files.createDirectories(runtime.resolve("bin"));
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"99\"\n");
        script(runtime.resolve("bin/java"), "echo runtime");
        Map<String, String> environment = withMaven("echo \"$JAVA_HOME\" > home; " + mavenThatWorks());
        environment.put("JAVA_HOME", runtime.toString());
        environment.put("PATH", environment.get("PATH") + ":" + javaHome().resolve("bin"));

        assertThat(launch(environment, "train").out()).isEqualTo("runtime\n");
        Files.delete(jar());
        assertThat(launch(environment, "train").out()).isEqualTo("started\n");
        assertThat(Path.of(Files.readString(root.resolve("home")).strip())).isNotEqualTo(runtime)
                .satisfies(home -> assertThat(home.resolve("bin/javac")).exists());
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(jar());
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : List.of("bash", "find", "head", "readlink", "mkdir", "rm", "ln", "touch",
                "stty")) {
            Files.writeString(tools.resolve(tool), "#!" + which("bash") + "\nexec '" + which(tool) + "' \"$@\"\n");
            assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }

        Answer answer = launch(Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome().toString()), "train");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("Maven").contains("install");
    }

    @Test
    void runsAnOlderBuildWhereNothingCanBeWritten() throws Exception {
        Files.writeString(root.resolve("core/src/main/New.java"), "class New {}");
        assumeTrue(root.toFile().setWritable(false) && !Files.isWritable(root), "this user may write everywhere");
        try {
            assertThat(launch("train").out()).isEqualTo("started\n");
        } finally {
            assertThat(root.toFile().setWritable(true)).isTrue();
        }
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static Path which(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private Path jar() {
        return root.resolve("cli/target/lstm4j-cli.jar");
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeProgram.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> type : List.of(FakeProgram.class, LauncherFilter.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var content = type.getClassLoader().getResourceAsStream(name)) {
                    content.transferTo(jar);
                }
            }
        }
    }

    /// Takes a moment, as the real one does, and notes that it ran.
    private String mavenThatWorks() {
        return "echo built >> builds; sleep 0.3; mkdir -p cli/target; cp '" + classes.resolve("program.jar")
                + "' cli/target/lstm4j-cli.jar";
    }

    private Map<String, String> withMaven(String commands) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("maven"));
        script(folder.resolve("mvn"), "cd '" + root + "'\n" + commands);
        return new HashMap<>(Map.of("PATH", folder + ":" + System.getenv("PATH")));
    }

    private static void script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private int signalled(String signal) throws IOException, InterruptedException {
        Process process = process(List.of(root + "/lstm4j", "train", "wait"), Map.of()).start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        new ProcessBuilder("bash", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Answer launch(String... arguments) throws IOException, InterruptedException {
        return launch(Map.of(), arguments);
    }

    private Answer launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(root + "/lstm4j");
        return answerOf(process(command, environment).start());
    }

    private static ProcessBuilder process(List<String> command, Map<String, String> environment) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JDK_")
                || name.startsWith("LSTM4J"));
        process.environment().put("JAVA_HOME", javaHome().toString());
        process.environment().putAll(environment);
        return process;
    }

    private static Answer answerOf(Process process) throws IOException, InterruptedException {
        // what these programs say on stderr fits into a pipe's buffer
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, err);
    }
}
