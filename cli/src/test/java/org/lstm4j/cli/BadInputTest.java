package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue.JsonObject;

/// Whatever is wrong with input gets the right exit code and a message in four parts, and leaves no file behind.
class BadInputTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeInputs() throws IOException {
        String wave = SampleData.wave(200);
        List<String> lines = wave.lines().toList();
        file("wave.csv", wave);
        file("empty.csv", "");
        file("header.csv", SampleData.HEADER);
        file("text.csv", wave.replace(lines.get(57), lines.get(57).replaceFirst(",[^,]+,", ",oops,")));
        file("missing-target.csv", SampleData.hours(200, _ -> ""));
        file("ends.csv", lines.get(0) + "\n" + String.join("\n", lines.subList(1, 149)) + "\n"
                + lines.stream().skip(149).map(line -> line.replaceFirst(",[^,]+$", ",\n")).reduce("", String::concat));
        file("short.csv", SampleData.wave(30));
        file("one.csv", SampleData.wave(1));
        file("other.csv", wave.replace("load", "heat"));
        file("enormous.csv", SampleData.hours(200, hour -> hour + "e300"));
        file("mixed.csv", "name" + ",time,load\n" + named("A", 200, 1) + named("B", 60, 24));
        file("changing.csv", SampleData.HEADER + named("", 100, 1).replace("\n,", "\n").substring(1)
                + named("", 50, 24).replace("\n,", "\n").substring(1).replace("2024", "2025"));
        file("tripled.csv", lines.getFirst() + "\n" + lines.stream().skip(1).map(line -> (line + "\n").repeat(3))
                .reduce("", String::concat));
        Files.createDirectory(folder.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("linked.csv"), folder.resolve("wave.csv"));
        file("spec.json", "{\"target\": \"load\"}");
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("binary.csv"), noise);
        Files.write(folder.resolve("noise.lstm4j"), noise);
        file("no-line-ends.csv", "time,load\n" + "1,".repeat(2_500_000));
        train("m.lstm4j");
        train("ahead.lstm4j", "--future", "temp");
        byte[] damaged = Files.readAllBytes(folder.resolve("m.lstm4j"));
        damaged[damaged.length - 100] ^= 1;
        Files.write(folder.resolve("damaged.lstm4j"), damaged);
    }

    /// Columns: command line, exit code, what, expected, received, fix; a cell is part of the text.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-",
            textBlock = """
                    train wav.csv                      | 5 | there is no file | - | - | did you mean 'wave.csv'?
                    train empty.csv                    | 3 | is empty | a header line and rows | - | check the file
                    train header.csv --target load     | 3 | has no rows of data | at least one | time, load | --no-header
                    train wave.csv --target laod       | 3 | has no column 'laod' | time, load, temp | 'laod' | did you mean 'load'?
                    train text.csv --target load       | 3 | row 57 has text in the number column 'load' | a number | 'oops' | --missing 'oops'
                    train missing-target.csv --target load | 3 | column 'load' has no value in any row | numbers | - | leave it out
                    train wave.csv                     | 3 | not clear which column is to be forecast | one number column | load, temp | --target
                    train short.csv --target load --lookback 24 --horizon 6 | 3 | 30 steps, which leaves 18 to train on | 24 + horizon 6 = 30 steps | 18 steps | use --lookback 12 or less
                    train short.csv --target load --lookback 5 --horizon 12 | 3 | leaves 6 to train on | lookback 5 + horizon 12 | 6 steps | use --horizon 8 or less
                    train one.csv --target load        | 3 | a single time | two different times | 2024-01-01 | --freq
                    train enormous.csv --target load   | 3 | column 'load' has a value too large | up to 1.0E140 | 1.0E300 at | a larger unit
                    train tripled.csv --target load    | 3 | have a time that another row has | mostly one row for each time | row 2 | --aggregate
                    train changing.csv --target load   | 3 | mixes frequencies | one step throughout | steps of 1 hour at first and of 1 day from row 101 | --freq h
                    train mixed.csv --series name      | 3 | series 'B' has other steps | steps of 1 hour | steps of 1 day | by itself
                    train folder                       | 5 | is a folder | a file | - | name one of the files
                    train binary.csv                   | 3 | is a binary file | delimited text | a zero byte | .parquet
                    train no-line-ends.csv             | 3 | line 2 of 'no-line-ends.csv' is too long | at most 2000000 characters | more | a line for each row
                    train wave.csv --horizon 0         | 2 | --horizon | a whole number of at least 1 | '0' | --help
                    train wave.csv --lr -1             | 2 | --lr | a number above 0 | '-1' | --help
                    train wave.csv --target load --val 0.9 --test 0.2 | 2 | leave nothing to train on | together below 1 | --val 0.9 --test 0.2 | smaller
                    train wave.csv --target load --test 0 | 2 | nothing to judge | above 0 | 0 | a small one
                    train wave.csv --epocs 3           | 2 | no option '--epocs' | - | - | did you mean '--epochs'?
                    train wave.csv --target load --out nowhere/m.lstm4j | 5 | folder of | - | - | mkdir -p
                    train wave.csv --target load --out folder | 5 | is a folder | - | - | give a file name in it
                    train wave.csv --target load --out wave.csv | 2 | wave.csv' is read | - | - | another name
                    train wave.csv --target load --out folder/../wave.csv | 2 | wave.csv' is read | - | - | another name
                    train wave.csv --target load --out linked.csv | 2 | linked.csv' is read | - | - | another name
                    train wave.csv --target load --out new.out --report new.out | 2 | two results | - | - | a name of its own
                    train wave.csv --config spec.json --out spec.json | 2 | spec.json' is read | - | - | another name
                    prepare wave.csv --out wave.csv    | 2 | wave.csv' is read | - | - | another name
                    forecast m.lstm4j wave.csv --out wave.csv | 2 | wave.csv' is read | - | - | another name
                    forecast m.lstm4j wave.csv --out m.lstm4j | 2 | m.lstm4j' is read | - | - | another name
                    train wave.csv --target load --config wave.csv | 2 | is no configuration | a JSON object | - | write it like
                    train wave.csv --target load --model direct --lr 1e30 --epochs 3 --out new.lstm4j | 6 | in epoch 1, batch | a finite loss | exploded at learning rate 1.0E30 | lower the learning rate, for instance to 0.001
                    train                              | 2 | nothing to read | - | - | give either a file
                    trian wave.csv                     | 2 | no command 'trian' | - | - | did you mean 'train'?
                    forecast m.lstm4j wave.csv --horizon 9 | 2 | cannot forecast 9 steps | 1 to 3 steps | 9 steps | use --horizon 3 or less
                    forecast ahead.lstm4j wave.csv     | 3 | future column 'temp' | values up to 2024-01-09T10:00Z | values up to 2024-01-09T07:00Z | add rows with 'temp'
                    forecast m.lstm4j one.csv          | 3 | 1 step | 12 steps | 1 step | bring more rows
                    forecast damaged.lstm4j wave.csv   | 4 | damaged.lstm4j | - | - | take the file from a backup
                    forecast noise.lstm4j wave.csv     | 4 | not a model file | - | - | take the file from a backup
                    forecast wave.csv wave.csv         | 4 | not a model file | - | begins with 'time,loa' | -
                    forecast nowhere.lstm4j wave.csv   | 5 | nowhere.lstm4j does not exist | - | - | check the name
                    forecast folder wave.csv           | 4 | not a model file | a file | a folder | give the path
                    forecast m.lstm4j                  | 2 | no rows to forecast from | - | - | add DATA
                    evaluate m.lstm4j one.csv          | 3 | no window to judge the model on | 15 steps at least | 1 | bring more rows
                    explain m.lstm4j wave.csv --step 9 | 2 | step 9 of the forecast cannot be explained | 1 to 3 | step 9 | use --step 3 or less
                    explain m.lstm4j one.csv           | 3 | no window to judge the model on | 15 steps at least | 1 | bring more rows
                    explain m.lstm4j wave.csv --at 2031 | 3 | no forecast begins at '2031' | a time from 2024-01-01T12:00Z to 2024-01-09T08:00Z | '2031' | --at
                    explain m.lstm4j wave.csv --windows 0 | 2 | --windows | a whole number of at least 1 | '0' | --help
                    explain m.lstm4j other.csv         | 3 | has no column 'load' | time, heat | 'load' | -
                    explain m.lstm4j wave.csv --out wave.csv | 5 | is no folder | - | - | give the name of a folder
                    explain wave.csv wave.csv          | 4 | not a model file | - | begins with 'time,loa' | -
                    backtest wave.csv --target load --windows 0 | 2 | --windows | a whole number of at least 1 | '0' | --help
                    backtest wave.csv --target load --stride 0 | 2 | --stride | a whole number of at least 1, or auto | '0' | --help
                    backtest wave.csv --target load --refit often | 2 | --refit | never, each | 'often' | --help
                    backtest wave.csv --target load --horizon 300 | 3 | the series has 200 steps, too few for a single window | at least | 200 steps | use --horizon 66 or less
                    backtest wave.csv --target load --horizon 24 --windows 12 | 3 | too few for 12 windows of horizon 24 | at most 6 windows | 12 windows | use --windows 6 or fewer
                    backtest wave.csv --target load --horizon 8 --val 190 | 3 | too few for a single window | at least 207 steps | 200 steps | use --horizon 4 or less
                    backtest wave.csv --target load --shuffle-split | 2 | goes by time | a split by time | a shuffled split | --shuffle-split
                    backtest ends.csv --target load --future temp | 3 | future column 'temp' of the series ends before the last window | 2024-01-09T07:00Z | 2024-01-07T03:00Z | add the values of 'temp'
                    prepare wave.csv --out nowhere/c.csv | 5 | folder of | - | - | mkdir -p
                    demo --dir wave.csv                | 5 | is no folder | - | - | give the name of a folder
                    inspect empty.csv                  | 4 | not a model file | at least 8 bytes | 0 bytes | -
                    """)
    void saysWhatIsWrong(String line, int code, String what, String expected, String received, String fix)
            throws IOException {
        List<Path> before = files();
        Session session = run(line);

        JsonObject error = Json.parse(session.out()).asObject().require("error").asObject();
        assertThat(session.code().number()).as(session.out()).isEqualTo(code);
        assertThat(error.require("code").asInt()).isEqualTo(code);
        assertPart(error, "what", what);
        assertPart(error, "expected", expected);
        assertPart(error, "received", received);
        assertPart(error, "fix", fix);
        assertThat(files()).isEqualTo(before);
        assertThat(run(line.replace(" --json", "")).err()).doesNotContain("\tat ");
    }

    /// Odd, but no errors: JSON knows no NaN, so what is undefined is null.
    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "1e30, -1e30", "1e-30, 2e-30", "-5, NaN"})
    void trainsOnWhatIsOddAndNeverSaysNan(String even, String odd) {
        file("odd.csv", SampleData.hours(200, hour -> hour % 2 == 0 ? even : odd));
        Session session = run("train odd.csv --target load --fill forward --lookback 12 --hidden 4 --epochs 1");

        assertThat(session.code()).as(session.out()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).doesNotContain("NaN").doesNotContain("Infinity");
        JsonObject test = Json.parse(session.out()).asObject().require("test").asObject();
        assertThat(test.require("mae").asDouble()).isFinite();
        if (even.equals(odd)) {
            assertThat(Json.write(test.require("mase"))).isEqualTo("null");
        }
    }

    @Test
    void joinsDuplicatesWhenAsked() {
        Session session = run("prepare tripled.csv --target load --aggregate mean");

        assertThat(session.code()).as(session.out()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("\"steps\":200").contains("\"duplicates\":{\"count\":400");
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
        Session session = run("prepare wave.csv --out /dev/full");

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.out()).contains("cannot write /dev/full").contains("No space left");
    }

    @Test
    void readsNoMoreOfALineWithoutEndThanItMust() {
        Session session = run("prepare no-line-ends.csv --wide");

        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(session.out()).contains("is too long");
    }

    private static void train(String model, String... more) {
        List<String> words = new ArrayList<>(List.of("train", "wave.csv", "--target", "load", "--horizon", "3",
                "--lookback", "12", "--hidden", "4", "--epochs", "1", "--out", model));
        words.addAll(List.of(more));
        Session session = run(String.join(" ", words));
        assertThat(session.code()).as(session.out()).isEqualTo(ExitCode.OK);
    }

    /// Runs a line in the folder, where the words that name its files stand for them.
    private static Session run(String line) {
        String[] words = Arrays.stream((line + " --json").split(" +"))
                .map(word -> word.matches("[\\w/.-]+\\.(csv|lstm4j|json|out)|folder")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        return Session.of(words);
    }

    private static void assertPart(JsonObject error, String part, String text) {
        if (text == null) {
            return;
        }
        assertThat(error.require(part).asText()).as(part).contains(text);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static void file(String name, String text) {
        SampleData.write(folder.resolve(name), text);
    }

    private static String named(String name, int rows, int hoursApart) {
        StringBuilder text = new StringBuilder();
        var start = java.time.LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int row = 0; row < rows; row++) {
            text.append(name).append(',').append(start.plusHours((long) row * hoursApart)).append(',').append(row % 24)
                    .append(name.isEmpty() ? ",1\n" : "\n");
        }
        return text.toString();
    }
}
