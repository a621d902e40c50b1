package planted.org.lstm4j.interop;

import java.sql.Connection;
import org.lstm4j.data.DataReader;

/// Offends on purpose: models of other frameworks come as files.
public final class SeesMore {

    Class<?> dataReader() {
        return DataReader.class;
    }

    Class<?> connection() {
        return Connection.class;
    }
}
