package org.lstm4j.interop.network;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// Words for a network that another format cannot say.
public final class ExportRefusal {

    private ExportRefusal() {}

    /// @param format such as `PyTorch`
    /// @param layer its name in the network: `0 lstm`
    /// @param why in a clause: `it has peepholes, which PyTorch has not`
    public static ConfigurationException of(String format, String layer, String why) {
        return new ConfigurationException(
                Problem.of("layer \"" + layer + "\" cannot be written as " + format + ": " + why,
                        "export to another format, or train a network without that"));
    }
}
