package org.lstm4j.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Which options somebody has decided on, on the command line or in the file of `--config`.
final class GivenOptions {

    private static final String AUTO = "auto";

    private final CommandSpec spec;

    GivenOptions(CommandSpec spec) {
        this.spec = spec;
    }

    /// Whether that option was given, with another value than `auto`.
    ///
    /// @param name with its dashes
    boolean has(String name) {
        OptionSpec option = spec.findOption(name);
        if (option == null) {
            return false;
        }
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
            return !option.originalStringValues().contains(AUTO);
        }
        String configured = spec.defaultValueProvider() instanceof ConfigFile config
                ? config.defaultValue(option)
                : null;
        return configured != null && !configured.equals(AUTO);
    }
}
