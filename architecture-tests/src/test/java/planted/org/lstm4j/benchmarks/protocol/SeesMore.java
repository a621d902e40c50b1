package planted.org.lstm4j.benchmarks.protocol;

import org.lstm4j.benchmarks.Bench;
import org.lstm4j.nn.Sequential;
import org.slf4j.Logger;

/// Planted: what processes share with ours knows the library, its benchmark and a logger.
public final class SeesMore {

    private SeesMore() {}

    static void use(Sequential network, Logger logger) {
        logger.info("{}", network);
        Bench.main(new String[0]);
    }
}
