package org.lstm4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lstm4j.benchmarks.protocol.Mode;
import org.lstm4j.benchmarks.protocol.Result;
import org.lstm4j.benchmarks.protocol.Spread;
import org.lstm4j.benchmarks.protocol.Workload;

/// The program's arguments and lines; times are not judged.
class BenchTest {

    private static final Pace HASTY = new Pace(0, 1, 2, 0, 2, 1, 1e12);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsALineForEachImplementationThenATable() {
        List<Workload> small = Workload.ALL.stream().map(Workload::scaledDown).toList();
        List<Mode> modes = List.of(Mode.TRAIN_STEP, Mode.INF1, Mode.INF64, Mode.STREAM_STEP);
        BenchOptions options = new BenchOptions(true, small, List.of(1, 2), modes, false);

        List<Result> results = Bench.run(options, HASTY, stream(out));

        assertThat(results).hasSize((6 * 3 + 1) * 2 * 2);
        List<String> lines = text(out).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("impl,workload,mode,threads,median_s,min_s,max_s,note");
        for (String line : lines.subList(1, 1 + results.size())) {
            assertThatLineParses(line);
        }
        assertThat(text(out)).contains("ratio: plain loops");
    }

    @Test
    void measuresAWorkloadOfTheUsersOwn() {
        BenchOptions options = BenchOptions.parse(
                "--workloads", "MINE:3x2x1x5x2", "--modes", "train_step", "--threads-list", "1");

        assertThat(options.workloads()).containsExactly(new Workload("MINE", 3, 2, 1, 5, 2));
        assertThat(Bench.run(options, HASTY, stream(out))).hasSize(2);
    }

    @Test
    void measuresFreshProcesses() {
        BenchOptions options = BenchOptions.parse(
                "--workloads", "W1", "--modes", "first_step,memory_mb,process", "--threads-list", "1");

        List<Result> results = Bench.run(options, HASTY, stream(out));

        assertThat(results).hasSize(6).allSatisfy(result -> assertThatLineParses(result.csv()));
        assertThat(results).filteredOn(result -> result.mode() != Mode.MEMORY_MB)
                .allSatisfy(result -> assertThat(result.spread().median()).isBetween(0.01, 60.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--workloads W9|expected W1, W2",
        "--workloads|--workloads has no value",
        "--workloads LONG:1000x32|sizes from 1",
        "--workloads LONG:0x1x1x1x1|received LONG:0x1x1x1x1",
        "--workloads LONG:99999999999x1x1x1x1|sizes from 1",
        "--workloads w1:1x1x1x1x1|a name of its own",
        "--modes train|expected train_step, inf1",
        "--threads-list 0|expected 1 to 1024; received 0",
        "--threads-list 1,x|received x",
        "--threads-list 99999|received 99999",
        "--peers|unknown argument --peers; expected --quick",
        "--workloads STREAM --modes process|none of these modes"
    })
    void refusesArgumentsItDoesNotUnderstand(String arguments, String message) {
        int code = Bench.run(stream(out), stream(err), arguments.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains(message).contains("--help").hasLineCount(1);
    }

    @Test
    void helpBeginsWithAnExample() {
        assertThat(Bench.run(stream(out), stream(err), "--help")).isZero();
        assertThat(text(out)).startsWith("example: lstm4j bench").contains("STREAM", "first_step");
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddle() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
    }

    private static void assertThatLineParses(String line) {
        String[] columns = line.split(",", -1);
        assertThat(columns).as(line).hasSize(8);
        assertThat(columns[0]).startsWith("lstm4j");
        assertThat(Workload.ALL).extracting(Workload::name).contains(columns[1]);
        assertThat(Mode.of(columns[2])).isPresent();
        assertThat(Integer.parseInt(columns[3])).isPositive();
        double median = Double.parseDouble(columns[4]);
        assertThat(median).isBetween(Double.parseDouble(columns[5]), Double.parseDouble(columns[6]));
        assertThat(columns[7]).isNotBlank();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
