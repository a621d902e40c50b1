package org.lstm4j.cli;

/// The version in the jar's manifest, and the Java that runs it.
final class Version {

    private Version() {}

    /// Our version; `development` when the classes do not come from the jar.
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version != null ? version : "development";
    }

    static String line() {
        return "lstm4j " + number() + " (Java " + Runtime.version() + ")";
    }
}
