package org.lstm4j.interop.network;

import java.util.List;
import org.lstm4j.nn.Sequential;

/// What was made of a foreign file.
///
/// @param network with the weights of the file
/// @param assumptions what the file does not say and was taken for granted, each a sentence that says how to choose otherwise
public record ImportedModel(Sequential network, List<String> assumptions) {

    public ImportedModel {
        assumptions = List.copyOf(assumptions);
    }
}
