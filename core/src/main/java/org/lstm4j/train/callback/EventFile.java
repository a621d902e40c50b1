package org.lstm4j.train.callback;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.lstm4j.protobuf.ProtobufWriter;

/// A file of events as TensorBoard reads it: records of Event messages, the first of which names the version.
///
/// | message | fields used |
/// |---|---|
/// | Event | wall_time 1 (double, seconds), step 2 (int64), file_version 3 (string), summary 5 |
/// | Summary | value 1, repeated |
/// | Value | tag 1 (string), simple_value 2 (float), histo 5 |
final class EventFile {

    private static final String VERSION = "brain.Event:2";
    private static final double NANOS = 1e9;

    private final InstantSource clock;
    private final GrowingFile file;

    /// Makes the folder, and a file in it whose name begins with the second it was made in.
    EventFile(Path folder, InstantSource clock) {
        this.clock = clock;
        GrowingFile.createFolder(folder);
        file = new GrowingFile(unused(folder, clock.instant().getEpochSecond()));
        write(event().text(3, VERSION));
    }

    /// No two runs write into the same file, even when they begin in the same second.
    private static Path unused(Path folder, long second) {
        int number = 0;
        Path path = folder.resolve("events.out.tfevents." + second + ".lstm4j." + number);
        while (Files.exists(path)) {
            number++;
            path = folder.resolve("events.out.tfevents." + second + ".lstm4j." + number);
        }
        return path;
    }

    void scalar(String tag, long step, double value) {
        summary(step, new ProtobufWriter().text(1, tag).float32(2, (float) value));
    }

    void histogram(String tag, long step, float[] values) {
        summary(step, new ProtobufWriter().text(1, tag).message(5, new WeightHistogram(values).toMessage()));
    }

    private void summary(long step, ProtobufWriter value) {
        write(event().int64(2, step).message(5, new ProtobufWriter().message(1, value)));
    }

    private ProtobufWriter event() {
        Instant now = clock.instant();
        return new ProtobufWriter().float64(1, now.getEpochSecond() + now.getNano() / NANOS);
    }

    private void write(ProtobufWriter event) {
        file.append(TfRecord.of(event.toBytes()));
    }
}
