package org.lstm4j.campaigns.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lstm4j.campaigns.SoundFiles;

/// Reads some hundred files made to do harm, and prints a row for each and what they cost at most:
///
/// ```
/// java -Xmx256m -cp … org.lstm4j.campaigns.hostile.HostileCampaign FOLDER [FIXTURES]
/// ```
///
/// Each is read once before the readings that are timed. Ends with 1 when one was not refused as it should be, took more than 100 ms, or
/// more memory than twice its size and 64 MB.
public final class HostileCampaign {

    private static final long LARGEST = 1L << 30;
    private static final int READINGS = 5;
    private static final double MOST_MILLISECONDS = 100;

    private HostileCampaign() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        SoundFiles sound = new SoundFiles(arguments.length > 1 ? Path.of(arguments[1]) : SoundFiles.FOLDER);
        List<HostileFile> files = files(folder, sound, LARGEST);
        for (HostileFile file : files) {
            HostileVerdict.of(file, 1);
        }
        List<HostileVerdict> verdicts = files.stream().map(file -> HostileVerdict.of(file, READINGS)).toList();
        System.out.println("file,size,milliseconds,allocated,right,trick,answer");
        for (HostileVerdict verdict : verdicts) {
            System.out.printf(Locale.ROOT, "%s,%d,%.1f,%d,%s,%s,%s%n", verdict.file().path().getFileName(),
                    verdict.size(), verdict.milliseconds(), verdict.allocated(), verdict.isRight(),
                    verdict.file().trick(), verdict.answer());
        }
        System.exit(summary(verdicts) ? 0 : 1);
    }

    /// Writes the files.
    ///
    /// @param largest bytes that an archive unpacks to
    static List<HostileFile> files(Path folder, SoundFiles sound, long largest) {
        HostileFolder files = new HostileFolder(folder);
        new ZipBombs(sound, largest).addTo(files);
        new PickleBombs().addTo(files);
        new SafetensorsBombs().addTo(files);
        new NumpyBombs().addTo(files);
        new KerasBombs(sound).addTo(files);
        new Hdf5Bombs(sound).addTo(files);
        new OnnxBombs().addTo(files);
        return files.files();
    }

    private static boolean summary(List<HostileVerdict> verdicts) {
        long right = verdicts.stream().filter(HostileVerdict::isRight).count();
        long frugal = verdicts.stream().filter(HostileVerdict::isFrugal).count();
        double slowest = verdicts.stream().mapToDouble(HostileVerdict::milliseconds).max().orElse(0);
        double median = verdicts.stream().mapToDouble(HostileVerdict::milliseconds).sorted().skip(verdicts.size() / 2)
                .findFirst().orElse(0);
        HostileVerdict hungriest = verdicts.stream().max(Comparator.comparingLong(
                verdict -> verdict.allocated() - 2 * verdict.size())).orElseThrow();
        System.out.printf(Locale.ROOT, "files: %d, as they should be: %d, within their memory: %d; most beyond twice "
                + "the file: %d bytes (%s); milliseconds: median %.2f, longest %.1f%n", verdicts.size(), right, frugal,
                hungriest.allocated() - 2 * hungriest.size(), hungriest.file().trick(), median, slowest);
        return right == verdicts.size() && frugal == right && slowest < MOST_MILLISECONDS;
    }
}
