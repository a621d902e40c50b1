package org.lstm4j.benchmarks.determinism;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a child JVM is asked to compute with. A machine may give less than is asked for; see [Observation].
///
/// @param kernels `scalar` or `vector`
/// @param flags for the JVM
/// @param threads that share the work
/// @param subjects what is trained
record Configuration(String kernels, List<String> flags, int threads, Set<Subject> subjects) {

    private static final String OURS = "org.lstm4j.*::*";
    /// Compiles our methods with C2 almost at once and waits for it: otherwise so short a training would be over before the
    /// vector instructions of this configuration had been used.
    private static final List<String> COMPILED = List.of(
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling," + OURS + ",0.01",
            "-XX:CompileCommand=BackgroundCompilation," + OURS + ",false");
    private static final List<Integer> MAX_VECTOR_BYTES = List.of(16, 32, 64);
    private static final List<Integer> THREADS = List.of(1, 2, 3, 4, 8);
    private static final int MOST_AVX = 3;
    /// Without hardware fma the larger subject takes ten seconds and more.
    private static final Set<Subject> SMALL = EnumSet.of(Subject.STACK, Subject.FORECASTER);

    Configuration {
        flags = List.copyOf(flags);
        subjects = Set.copyOf(subjects);
    }

    /// All flags for the JVM.
    List<String> allFlags() {
        List<String> all = new ArrayList<>(flags);
        all.add("-Dlstm4j.kernels=" + kernels);
        return all;
    }

    boolean isVector() {
        return kernels.equals("vector");
    }

    /// Every combination of kernels, instruction sets, vector sizes and threads, and the interpreter.
    static List<Configuration> all() {
        List<Configuration> all = new ArrayList<>();
        for (String kernels : List.of("scalar", "vector")) {
            for (List<String> instructions : instructionSets()) {
                for (int bytes : MAX_VECTOR_BYTES) {
                    for (int threads : THREADS) {
                        all.add(compiled(kernels, instructions, bytes, threads, EnumSet.allOf(Subject.class)));
                    }
                }
            }
            all.add(new Configuration(kernels, List.of("-Xint"), 2, SMALL));
        }
        return all;
    }

    /// A handful that differ in everything that matters: kernels, vector width, hardware fma, threads, compiler.
    static List<Configuration> few() {
        List<Configuration> few = new ArrayList<>();
        few.add(compiled("scalar", List.of(), 64, 2, EnumSet.allOf(Subject.class)));
        few.add(compiled("vector", List.of(), 64, 3, EnumSet.allOf(Subject.class)));
        few.add(compiled("vector", List.of(), 16, 1, EnumSet.allOf(Subject.class)));
        few.add(new Configuration("vector", List.of("-Xint"), 1, EnumSet.of(Subject.STACK)));
        if (JvmFlags.have("UseAVX")) {
            few.add(compiled("vector", List.of("-XX:UseAVX=2"), 32, 2, EnumSet.of(Subject.STACK, Subject.SHARED)));
            few.add(compiled("vector", List.of("-XX:UseAVX=0"), 16, 2, SMALL));
            few.add(compiled("scalar", List.of("-XX:UseAVX=0"), 16, 1, EnumSet.of(Subject.STACK)));
        }
        return few;
    }

    private static Configuration compiled(
            String kernels, List<String> instructions, int maxVectorBytes, int threads, Set<Subject> subjects) {
        List<String> flags = new ArrayList<>(COMPILED);
        flags.addAll(instructions);
        flags.add("-XX:MaxVectorSize=" + maxVectorBytes);
        return new Configuration(kernels, flags, threads, subjects);
    }

    /// Only x86 has the flag.
    private static List<List<String>> instructionSets() {
        if (!JvmFlags.have("UseAVX")) {
            return List.of(List.of());
        }
        List<List<String>> sets = new ArrayList<>();
        for (int avx = 0; avx <= MOST_AVX; avx++) {
            sets.add(List.of("-XX:UseAVX=" + avx));
        }
        return sets;
    }
}
