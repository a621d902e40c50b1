package org.lstm4j.benchmarks.determinism;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// The flags of this JVM as they are, which is not always as they were asked for.
final class JvmFlags {

    private static final HotSpotDiagnosticMXBean FLAGS = ManagementFactory.getPlatformMXBean(
            HotSpotDiagnosticMXBean.class);

    private JvmFlags() {}

    /// Whether a JVM of this kind knows the flag.
    static boolean have(String flag) {
        return !value(flag).equals("-");
    }

    /// The value of a flag, `-` where there is no such flag.
    static String value(String flag) {
        try {
            return FLAGS.getVMOption(flag).getValue();
        } catch (IllegalArgumentException _) {
            return "-";
        }
    }
}
