package planted.org.lstm4j.forecast;

import ch.qos.logback.classic.Level;
import java.net.http.HttpClient;
import java.sql.Connection;
import org.duckdb.DuckDBConnection;
import org.lstm4j.data.DataReader;
import org.lstm4j.kernels.GatePanels;
import picocli.CommandLine;

/// Offends on purpose: forecast sees core and nothing else.
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

    Class<?> gatePanels() {
        return GatePanels.class;
    }

    Class<?> dataReader() {
        return DataReader.class;
    }
}
