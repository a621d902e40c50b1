package org.lstm4j.benchmarks.defaults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Stands in for the launcher: a script that does something and then says figures, as `train --json` does.
final class ScriptedLauncher {

    private ScriptedLauncher() {}

    /// @param folder to write the script to
    /// @param first what it does, in words of the shell
    /// @param nlinear MASE of NLinear
    /// @param mase that of the network; may be a variable of the shell
    /// @param pValue may be null
    static Path in(Path folder, String first, String nlinear, String mase, String pValue) throws IOException {
        Path script = folder.resolve("lstm4j");
        Files.writeString(script, """
                #!/bin/sh
                %s
                cat <<END
                {"windows": 2, "test": {"mase": %s, "coverage_80": 0.812, "coverage_95": null},
                 "baselines": {"seasonal_naive": {"mase": 1.0}, "nlinear": {"mase": %s}},
                 "comparison": {"baseline": "nlinear", "p_value": %s}}
                END
                """.formatted(first, mase, nlinear, pValue));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }
}
