package org.lstm4j.interop.network;

import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;

/// Words for a network that another format cannot say.
public final class ExportRefusal {

    private ExportRefusal() {}

    /// @param format such as `PyTorch`
    /// @param layer its name in the network: `0 lstm`
    /// @param why what it has that the format has not: `peepholes`
    public static ConfigurationException of(String format, String layer, String why) {
        return new ConfigurationException(new Problem(
                "layer \"" + layer + "\" cannot be said in " + format, "layers that it has too", why,
                "export to another format, or train a network without that"));
    }
}
