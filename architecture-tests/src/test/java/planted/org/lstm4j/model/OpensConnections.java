package planted.org.lstm4j.model;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;

/// Offends on purpose: a model is a file, not an address.
public final class OpensConnections {

    Socket socket(String host) throws IOException {
        return new Socket(host, 80);
    }

    URL page(String host) throws IOException {
        return URI.create(host).toURL();
    }
}
