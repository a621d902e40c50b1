package org.lstm4j.cli;

import java.util.Set;

/// Commands and options that the contract of the command line has and this version has not, so that nobody is sent to
/// something else that is written alike: `--levels` is not a slip of `--lev`.
final class Planned {

    /// What a reader can do about it.
    static final String FIX = "it comes with a later version: leave it out for now, ";

    private static final Set<String> COMMANDS = Set.of("serve");
    private static final Set<String> TRAIN_OPTIONS = Set.of("--levels", "--strategy",
            "--checkpoint",
            "--checkpoint-every", "--keep", "--resume");

    private Planned() {}

    static boolean isCommand(String name) {
        return COMMANDS.contains(name);
    }

    static boolean isOption(String command, String name) {
        return command.equals("train") && TRAIN_OPTIONS.contains(name);
    }
}
