package org.lstm4j.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lstm4j.cli.Commands.Entry;

/// The command line run inside the test, and what it said.
record Session(ExitCode code, String out, String err) {

    /// Runs the commands there are.
    static Session of(String... arguments) {
        return run(Commands.ALL, Terminal.NONE, arguments);
    }

    /// Runs `lstm4j sample` followed by the arguments, with the action as the
    /// command's work.
    static Session sample(SampleCommand.Action action, String... arguments) {
        return sample(action, Terminal.NONE, arguments);
    }

    static Session sample(SampleCommand.Action action, Terminal terminal, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "sample";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run(List.of(new Entry("sample", "A sample.", () -> new SampleCommand(action))), terminal, all);
    }

    private static Session run(List<Entry> commands, Terminal terminal, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        ExitCode code = new Lstm4j(commands, StandardStreams.of(out, err), terminal).run(arguments);
        return new Session(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
