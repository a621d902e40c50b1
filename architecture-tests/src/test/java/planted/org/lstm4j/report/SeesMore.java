package planted.org.lstm4j.report;

import java.sql.Connection;
import org.lstm4j.data.DataReader;

/// Offends on purpose: the report is handed what it shows.
public final class SeesMore {

    Class<?> dataReader() {
        return DataReader.class;
    }

    Class<?> connection() {
        return Connection.class;
    }
}
