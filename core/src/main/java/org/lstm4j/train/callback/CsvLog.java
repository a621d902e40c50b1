package org.lstm4j.train.callback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lstm4j.Problem;
import org.lstm4j.StorageException;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;
import org.lstm4j.train.TrainingControl;

/// Writes a row of a CSV file after every epoch: `epoch,loss,val_loss,learning_rate`, and the metrics.
///
/// {@snippet :
/// model.fit(samples, options, CsvLog.replacing(Path.of("training.csv")));
/// }
///
/// The file follows RFC 4180: commas, lines that end in CR LF, quotes where a name needs them. Numbers are written as
/// [Double#toString] does, whatever the locale, so that they read back to the same bits; what an epoch lacks is an empty field.
/// A row stands in the file once its epoch is over, also when the run is stopped afterwards.
///
/// Faults of the disk are [StorageException]s and end the fit.
public final class CsvLog implements Callback {

    private static final String LINE_END = "\r\n";
    private static final String EPOCH = "epoch";

    private final GrowingFile file;
    private final boolean appending;
    private List<String> names = List.of();

    private CsvLog(Path file, boolean appending) {
        this.file = new GrowingFile(file);
        this.appending = appending;
    }

    /// Begins the file anew with every fit.
    public static CsvLog replacing(Path file) {
        return new CsvLog(file, false);
    }

    /// Goes on with the rows of a file that an earlier fit has written; begins it where there is none.
    public static CsvLog appending(Path file) {
        return new CsvLog(file, true);
    }

    /// @throws StorageException when the file cannot be written, or has other columns than this fit
    @Override
    public void onTrainBegin(TrainingControl control) {
        names = new ArrayList<>(List.of(EPOCH));
        names.addAll(control.logNames());
        String header = names.stream().map(CsvLog::quoted).collect(Collectors.joining(",")) + LINE_END;
        String content = appending ? new String(file.content(), StandardCharsets.UTF_8) : "";
        if (content.isEmpty()) {
            file.begin();
            write(header);
        } else {
            requireSameColumns(content, header);
            write(content.endsWith("\n") ? "" : LINE_END); // a run that was cut off in the midst of a row
        }
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        Map<String, Double> logs = epoch.logs();
        write(names.stream()
                .map(name -> name.equals(EPOCH) ? Integer.toString(epoch.epoch()) : number(logs.get(name)))
                .collect(Collectors.joining(",")) + LINE_END);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    private void requireSameColumns(String content, String header) {
        if (!content.startsWith(header)) {
            throw new StorageException(new Problem(
                    "cannot append to " + file.path(),
                    "the columns " + header.strip(),
                    content.lines().findFirst().orElse(""),
                    "choose another file, or CsvLog.replacing(…)"));
        }
    }

    private void write(String text) {
        file.append(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A field with a comma, a quote or a line end stands in quotes, and its quotes twice.
    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
