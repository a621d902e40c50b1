package org.lstm4j.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The modules and the packages each of them owns.
///
/// Patterns begin with two dots, so that an offender in `planted.org.lstm4j.nn` falls under the rules for `org.lstm4j.nn`.
enum Module {
    KERNELS("kernels", "..lstm4j.kernels"), KERNELS_VECTOR("kernels-vector", "..lstm4j.kernels.vector.."), CORE("core",
            "..lstm4j",
            "..lstm4j.compute..",
            "..lstm4j.explain..",
            "..lstm4j.inference..",
            "..lstm4j.json..",
            "..lstm4j.model..",
            "..lstm4j.nn..",
            "..lstm4j.optim..",
            "..lstm4j.protobuf..",
            "..lstm4j.random..",
            "..lstm4j.special..",
            "..lstm4j.tensor..",
            "..lstm4j.train.."), FORECAST("forecast", "..lstm4j.forecast.."), TUNE("tune",
                    "..lstm4j.tune.."), DATA("data", "..lstm4j.data.."), REPORT(
                            "report", "..lstm4j.report.."), INTEROP("interop", "..lstm4j.interop.."), CLI("cli",
                                    "..lstm4j.cli.."), EXAMPLES("examples",
                                            "..lstm4j.examples.."), PROTOCOL("benchmarks/protocol",
                                                    "..lstm4j.benchmarks.protocol.."), BENCHMARKS(
                                                            "benchmarks",
                                                            "..lstm4j.benchmarks",
                                                            "..lstm4j.benchmarks.defaults..",
                                                            "..lstm4j.benchmarks.determinism..",
                                                            "..lstm4j.benchmarks.options..",
                                                            "..lstm4j.benchmarks.peers..",
                                                            "..lstm4j.benchmarks.profile.."), CAMPAIGNS("campaigns",
                                                                    "..lstm4j.campaigns..");

    /// What a program takes into its own: everything but programs.
    static final Set<Module> LIBRARY = EnumSet.range(KERNELS, INTEROP);

    /// What decides the bytes of a trained model and of a forecast.
    static final Set<Module> NUMERIC = EnumSet.range(KERNELS, FORECAST);

    private final String folder;
    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it, it is
    private final List<String> packages;

    Module(String folder, String... packages) {
        this.folder = folder;
        this.packages = List.of(packages);
    }

    /// Its folder in the repository.
    String folder() {
        return folder;
    }

    /// Patterns of its packages, as ArchUnit reads them.
    Stream<String> packages() {
        return packages.stream();
    }

    DescribedPredicate<JavaClass> classes() {
        return JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new)).as("classes of " + folder);
    }

    /// The classes of several modules.
    ///
    /// @param exceptions classes that do not count, with all that is nested in them
    static DescribedPredicate<JavaClass> classesOf(Set<Module> modules, String... exceptions) {
        DescribedPredicate<JavaClass> inPackages = JavaClass.Predicates.resideInAnyPackage(
                modules.stream().flatMap(Module::packages).toArray(String[]::new));
        Set<String> excepted = Set.of(exceptions);
        String names = modules.stream().map(Module::folder).collect(Collectors.joining(", "));
        return DescribedPredicate.describe(
                "classes of " + names + (excepted.isEmpty() ? "" : " but for " + excepted),
                type -> inPackages.test(type) && !excepted.contains(outermost(type).getName()));
    }

    /// The class that stands in a file of its own.
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Module::outermost).orElse(type);
    }
}
