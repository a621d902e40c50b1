package org.lstm4j.interop.network;

import java.util.function.Function;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.json.JsonValue.JsonObject;

/// What a user wrote of a model whose file does not say its layers: a [Mapping], or for Keras' weights the configuration of a model.
/// What is wrong with it is a mistake of the user, not a fault of the model's file.
///
/// @param name what messages call it: its path
/// @param content not yet understood
public record MappingFile(String name, JsonObject content) {

    /// An entry that does not fit the model's file.
    ///
    /// @param what happened, with the entry: `layer 1, 'fc', names weights that the file has not`
    public ConfigurationException wrong(String what, String expected, String received) {
        return new ConfigurationException(new Problem(said(what), expected, received, "correct the mapping"));
    }

    private ConfigurationException wrong(IllegalArgumentException reason) {
        return new ConfigurationException(
                new Problem(said(String.valueOf(reason.getMessage())), "", "", "correct the mapping"), reason);
    }

    /// Makes something of it; what cannot be understood is told with the mapping's name.
    ///
    /// @param reading throws IllegalArgumentException where it does not understand
    public <R> R read(Function<MappingFile, R> reading) {
        try {
            return reading.apply(this);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private String said(String what) {
        return "mapping '" + name + "': " + what;
    }
}
