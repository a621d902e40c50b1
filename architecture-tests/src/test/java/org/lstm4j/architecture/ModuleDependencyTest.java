package org.lstm4j.architecture;

import static org.lstm4j.architecture.Conditions.neverDependOn;
import static org.lstm4j.architecture.Conditions.onlyDependOn;
import static org.lstm4j.architecture.Module.CLI;
import static org.lstm4j.architecture.Module.CORE;
import static org.lstm4j.architecture.Module.DATA;
import static org.lstm4j.architecture.Module.FORECAST;
import static org.lstm4j.architecture.Module.INTEROP;
import static org.lstm4j.architecture.Module.KERNELS;
import static org.lstm4j.architecture.Module.KERNELS_VECTOR;
import static org.lstm4j.architecture.Module.LIBRARY;
import static org.lstm4j.architecture.Module.PROTOCOL;
import static org.lstm4j.architecture.Module.REPORT;
import static org.lstm4j.architecture.Module.TUNE;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which module sees which, and which third-party library: the table of ARCHITECTURE.md.
class ModuleDependencyTest {

    private static final String ANNOTATIONS = "org.jspecify.annotations";
    private static final List<String> BARE_JAVA = List.of(ANNOTATIONS, "java.lang", "java.util");
    /// No SQL, no network, no desktop.
    private static final List<String> PLAIN_JAVA = List.of(ANNOTATIONS, "java.lang..", "java.util..", "java.io..",
            "java.nio..", "java.math..", "java.security..", "java.time..");
    private static final List<String> ALL_JAVA = List.of(ANNOTATIONS, "java..");

    /// What a planted offender uses that neither core nor forecast may know.
    private static final String[] FORBIDDEN = {
        "java.sql.Connection", "org.duckdb.DuckDBConnection", "picocli.CommandLine", "java.net.http.HttpClient",
        "ch.qos.logback.classic.Level"};

    @Test
    void onlyKernelsVectorUsesTheVectorApi() {
        Rule.of(EnumSet.complementOf(EnumSet.of(KERNELS_VECTOR)), neverDependOn("jdk.incubator.."))
                .holdsForAtLeast(400)
                .isBrokenBy(planted.org.lstm4j.nn.UsesTheVectorApi.class, "jdk.incubator.vector.FloatVector");
    }

    @Test
    void kernelsSeeNothingButThemselves() {
        Rule.of(KERNELS, onlyDependOn(EnumSet.of(KERNELS), BARE_JAVA))
                .holdsForAtLeast(10)
                .isBrokenBy(planted.org.lstm4j.kernels.SeesMore.class,
                        "org.lstm4j.tensor.Shape", "java.io.File", "org.slf4j.Logger");
    }

    @Test
    void kernelsVectorSeesTheKernels() {
        Rule.of(KERNELS_VECTOR, onlyDependOn(
                EnumSet.of(KERNELS, KERNELS_VECTOR), BARE_JAVA, "jdk.incubator.vector",
                "java.lang.invoke")) // fences that keep the compiler from moving loads
                .holdsForAtLeast(6)
                .isBrokenBy(planted.org.lstm4j.kernels.vector.SeesTheNetwork.class, "org.lstm4j.nn.Sequential");
    }

    @Test
    void coreSeesTheKernelsAJsonParserAndALogger() {
        Rule.of(CORE, onlyDependOn(EnumSet.of(KERNELS, CORE), PLAIN_JAVA, "tools.jackson.core..", "org.slf4j",
                "com.sun.management")) // of the JDK: tells what a thread has allocated
                .holdsForAtLeast(100)
                .isBrokenBy(planted.org.lstm4j.train.SeesMore.class, FORBIDDEN)
                .isBrokenBy(planted.org.lstm4j.train.SeesMore.class,
                        "org.lstm4j.kernels.vector.FmaCeiling", "org.lstm4j.forecast.TimeSeries");
    }

    @Test
    void forecastSeesTheCore() {
        Rule.of(FORECAST, onlyDependOn(EnumSet.of(CORE, FORECAST), PLAIN_JAVA, "org.slf4j"))
                .holdsForAtLeast(80)
                .isBrokenBy(planted.org.lstm4j.forecast.SeesMore.class, FORBIDDEN)
                .isBrokenBy(planted.org.lstm4j.forecast.SeesMore.class,
                        "org.lstm4j.kernels.GatePanels", "org.lstm4j.data.DataReader");
    }

    /// The same in the design's own words, for the day when the lists above grow longer.
    @Test
    void coreAndForecastKnowNoDatabaseNoCommandLineNoNetworkAndNoLogBackEnd() {
        Rule.of(EnumSet.of(CORE, FORECAST), neverDependOn("java.sql..", "javax.sql..", "org.duckdb..",
                "picocli..", "java.net..", "com.sun.net..", "io.helidon..", "org.apache.spark..", "io.jhdf..",
                "ch.qos.logback..", "java.util.logging.."))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.train.SeesMore.class, FORBIDDEN)
                .isBrokenBy(planted.org.lstm4j.forecast.SeesMore.class, FORBIDDEN);
    }

    @Test
    void tuneSeesForecastAndSqlite() {
        Rule.of(TUNE, onlyDependOn(EnumSet.of(CORE, FORECAST, TUNE), ALL_JAVA, "org.sqlite..", "org.slf4j"))
                .holdsForAtLeast(10)
                .isBrokenBy(planted.org.lstm4j.tune.SeesMore.class,
                        "org.lstm4j.data.DataReader", "org.lstm4j.report.HtmlReport", "picocli.CommandLine");
    }

    @Test
    void dataSeesForecastAndDuckDb() {
        Rule.of(DATA, onlyDependOn(EnumSet.of(CORE, FORECAST, DATA), ALL_JAVA, "org.duckdb", "org.slf4j"))
                .holdsForAtLeast(30)
                .isBrokenBy(planted.org.lstm4j.data.SeesMore.class,
                        "org.lstm4j.report.HtmlReport", "picocli.CommandLine", "tools.jackson.core.JsonParser");
    }

    @Test
    void reportSeesForecast() {
        Rule.of(REPORT, onlyDependOn(EnumSet.of(CORE, FORECAST, REPORT), PLAIN_JAVA, "org.slf4j"))
                .holdsForAtLeast(30)
                .isBrokenBy(planted.org.lstm4j.report.SeesMore.class,
                        "org.lstm4j.data.DataReader", "java.sql.Connection");
    }

    @Test
    void interopSeesForecastAndNothingElse() {
        Rule.of(INTEROP, onlyDependOn(EnumSet.of(CORE, FORECAST, INTEROP), PLAIN_JAVA))
                .holdsForAtLeast(10)
                .isBrokenBy(planted.org.lstm4j.interop.SeesMore.class,
                        "org.lstm4j.data.DataReader", "java.sql.Connection");
    }

    @Test
    void cliSeesTheLibraryAndItsOwnTools() {
        Rule.of(CLI, onlyDependOn(
                EnumSet.of(CORE, FORECAST, TUNE, DATA, REPORT, INTEROP, CLI), ALL_JAVA, "picocli..", "ch.qos.logback..",
                "org.slf4j"))
                .holdsForAtLeast(30)
                .isBrokenBy(planted.org.lstm4j.cli.SeesMore.class, "org.lstm4j.kernels.GatePanels",
                        "org.lstm4j.examples.KerasStyle", "org.duckdb.DuckDBConnection");
    }

    /// A process that measures another library has nothing of ours on its class path.
    @Test
    void protocolSeesNothingButTheJdk() {
        Rule.of(PROTOCOL, onlyDependOn(EnumSet.of(PROTOCOL), PLAIN_JAVA))
                .holdsForAtLeast(20)
                .isBrokenBy(planted.org.lstm4j.benchmarks.protocol.SeesMore.class, "org.lstm4j.nn.Sequential",
                        "org.lstm4j.benchmarks.Bench", "org.slf4j.Logger");
    }

    @Test
    void noLibrarySeesThePrograms() {
        Rule.of(LIBRARY, neverDependOn("..lstm4j.cli..", "..lstm4j.examples..", "..lstm4j.benchmarks.."))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.data.SeesMore.class, "org.lstm4j.examples.KerasStyle",
                        "org.lstm4j.benchmarks.Bench", "org.lstm4j.cli.Lstm4j");
    }
}
