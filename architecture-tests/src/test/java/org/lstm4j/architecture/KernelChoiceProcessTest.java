package org.lstm4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which kernels a program gets by the flags of its JVM, and what it is told.
class KernelChoiceProcessTest {

    private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    @TempDir
    private Path folder;

    @Test
    void withTheModuleTheVectorKernelsServe() throws Exception {
        Answer answer = ask(VECTOR_MODULE);

        assertThat(answer.out()).containsExactly("vector", "vector");
        assertThat(answer.err()).noneMatch(line -> line.contains("KernelChoice"));
    }

    @Test
    void withoutTheModuleTheScalarKernelsServeAndOneLineSaysWhatIsMissing() throws Exception {
        Answer answer = ask();

        assertThat(answer.out()).containsExactly("scalar", "scalar");
        assertThat(answer.err()).singleElement().asString()
                .contains("kernels: scalar", "start java with --add-modules jdk.incubator.vector");
    }

    @Test
    void forcedScalarKernelsServeInSilence() throws Exception {
        Answer answer = ask("-Dlstm4j.kernels=scalar");

        assertThat(answer.out()).containsExactly("scalar", "scalar");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void forcedVectorKernelsFailWithoutTheModuleAndSayHowToGetIt() throws Exception {
        Answer answer = ask("-Dlstm4j.kernels=vector");

        assertThat(answer.out()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("the vector kernels were asked for", "--add-modules jdk.incubator.vector"));
    }

    @Test
    void unknownKernelsFailAndTheChoicesAreNamed() throws Exception {
        Answer answer = ask("-Dlstm4j.kernels=foo");

        assertThat(answer.out()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("expected scalar or vector", "received foo", "-Dlstm4j.kernels"));
    }

    @Test
    void withoutHardwareForFusedMultiplyAddOneLineWarns() throws Exception {
        Answer answer = ask("-Dlstm4j.kernels=scalar", "-XX:-UseFMA");

        assertThat(answer.out()).containsExactly("scalar", "scalar");
        assertThat(answer.err()).singleElement().asString().contains("fused multiply-add", "-XX:-UseFMA");
    }

    private record Answer(List<String> out, List<String> err) {}

    private Answer ask(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath(), AskForKernels.class.getName()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", command).isZero();
        return new Answer(Files.readAllLines(out), Files.readAllLines(err));
    }

    /// Without the benchmarks, whose manifest brings a second logging back end.
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !entry.contains("benchmarks"))
                .collect(Collectors.joining(separator));
    }
}
