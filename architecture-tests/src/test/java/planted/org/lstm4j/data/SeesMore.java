package planted.org.lstm4j.data;

import org.lstm4j.benchmarks.Bench;
import org.lstm4j.cli.Lstm4j;
import org.lstm4j.examples.KerasStyle;
import org.lstm4j.report.HtmlReport;
import picocli.CommandLine;
import tools.jackson.core.JsonParser;

/// Offends on purpose: data sees forecast and DuckDB.
public final class SeesMore {

    Class<?> htmlReport() {
        return HtmlReport.class;
    }

    Class<?> commandLine() {
        return CommandLine.class;
    }

    Class<?> jsonParser() {
        return JsonParser.class;
    }

    Class<?> kerasStyle() {
        return KerasStyle.class;
    }

    Class<?> bench() {
        return Bench.class;
    }

    Class<?> lstm4j() {
        return Lstm4j.class;
    }
}
