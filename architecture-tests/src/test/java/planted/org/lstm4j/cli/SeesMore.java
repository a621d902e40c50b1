package planted.org.lstm4j.cli;

import org.duckdb.DuckDBConnection;
import org.lstm4j.examples.KerasStyle;
import org.lstm4j.kernels.GatePanels;

/// Offends on purpose: the command line computes nothing itself.
public final class SeesMore {

    Class<?> gatePanels() {
        return GatePanels.class;
    }

    Class<?> kerasStyle() {
        return KerasStyle.class;
    }

    Class<?> duckDBConnection() {
        return DuckDBConnection.class;
    }
}
