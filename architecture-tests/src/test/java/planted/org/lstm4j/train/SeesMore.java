package planted.org.lstm4j.train;

import ch.qos.logback.classic.Level;
import java.net.http.HttpClient;
import java.sql.Connection;
import org.duckdb.DuckDBConnection;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.kernels.vector.FmaCeiling;
import picocli.CommandLine;

/// Offends on purpose: core is plain Java with a JSON parser and a logger.
public final class SeesMore {

    Class<?> httpClient() {
        return HttpClient.class;
    }

    Class<?> connection() {
        return Connection.class;
    }

    Class<?> duckDBConnection() {
        return DuckDBConnection.class;
    }

    Class<?> commandLine() {
        return CommandLine.class;
    }

    Class<?> level() {
        return Level.class;
    }

    Class<?> timeSeries() {
        return TimeSeries.class;
    }

    Class<?> fmaCeiling() {
        return FmaCeiling.class;
    }
}
