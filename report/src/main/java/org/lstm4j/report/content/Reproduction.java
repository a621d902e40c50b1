package org.lstm4j.report.content;

import java.util.List;

/// What it takes to make the same model again.
///
/// @param command the command line
/// @param settings every setting in force, with the reason for those chosen automatically
/// @param provenance seed, fingerprint of the data, hash of the weights, version
public record Reproduction(String command, List<Fact> settings, List<Fact> provenance) {

    public Reproduction {
        settings = List.copyOf(settings);
        provenance = List.copyOf(provenance);
    }
}
