package planted.org.lstm4j.tune;

import org.lstm4j.data.DataReader;
import org.lstm4j.report.HtmlReport;
import picocli.CommandLine;

/// Offends on purpose: tuning sees forecast and SQLite.
public final class SeesMore {

    Class<?> dataReader() {
        return DataReader.class;
    }

    Class<?> htmlReport() {
        return HtmlReport.class;
    }

    Class<?> commandLine() {
        return CommandLine.class;
    }
}
