package planted.org.lstm4j.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;

/// Offends on purpose: whoever writes the file decides what is built.
public final class ReadsObjects implements Serializable {

    private static final long serialVersionUID = 1L;

    Object read(InputStream in) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(in).readObject();
    }

    private void readObject(ObjectInputStream in) {}
}
