package org.lstm4j.campaigns.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lstm4j.campaigns.SoundFiles;

/// Fuzzes readers one after the other and prints a row for each:
///
/// ```
/// java -cp … org.lstm4j.campaigns.fuzz.FuzzCampaign --executions 10000000 --seconds 1800 [--only torch,pickle] [--folder target/fuzz]
/// ```
///
/// A run ends after so many executions or seconds, whichever comes first. Its corpus is kept and used again. Ends with 1 when a reader
/// failed on an input, which then lies in its folder.
public final class FuzzCampaign {

    private FuzzCampaign() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = 0;
        long executions = 0;
        Path folder = Path.of("target", "fuzz");
        SoundFiles sound = new SoundFiles(SoundFiles.FOLDER);
        List<FuzzTarget> targets = new ArrayList<>(List.of(FuzzTarget.values()));
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            String value = arguments[index + 1];
            switch (arguments[index]) {
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--executions" -> executions = Long.parseLong(value);
                case "--folder" -> folder = Path.of(value);
                case "--fixtures" -> sound = new SoundFiles(Path.of(value));
                case "--only" -> targets = Arrays.stream(value.split(",", 0)).map(FuzzTarget::of).toList();
                default -> throw new IllegalArgumentException("no option is called '" + arguments[index] + "'");
            }
        }
        System.out.println("target,executions,per_second,coverage,last_new_edge,processor_seconds,found");
        boolean found = false;
        for (FuzzTarget target : targets) {
            FuzzRun run = FuzzRun.of(target, folder, sound, seconds, executions);
            System.out.printf(Locale.ROOT, "%s,%d,%d,%d,%d,%d,%s%n", target.label(), run.executions(), run.perSecond(),
                    run.coverage(), run.lastNewEdge(), run.processorSeconds(),
                    run.foundNothing() ? "nothing" : run.log());
            found |= !run.foundNothing();
        }
        System.exit(found ? 1 : 0);
    }
}
