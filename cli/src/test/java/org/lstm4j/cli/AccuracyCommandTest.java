package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// The command on made-up files with the names and the layout of the published ones.
class AccuracyCommandTest {

    /// It takes long, and is run by itself.
    private static final String ALL_BUT_DEEPAR = "lstm,esrnn,blend,naive,seasonal_naive,drift,naive2,theta,ets,nlinear";

    @TempDir
    static Path folder;

    /// What the LSTM comes to on one series, of seed 7 and by one thread.
    private static JsonObject trained;

    @BeforeAll
    static void writeFilesAndRun() throws IOException {
        writeFiles();
        trained = airline(json("--only", "airline", "--methods", "lstm,nlinear", "--seed", "7", "--threads", "1"));
    }

    private static void writeFiles() throws IOException {
        StringBuilder train = new StringBuilder("id,V1\n");
        StringBuilder test = new StringBuilder("id,V1\n");
        for (int series = 0; series < 2; series++) {
            int end = 192 - 42 * series;
            row(train, series, 0, end);
            row(test, series, end, end + 48);
        }
        Files.writeString(folder.resolve("m4-hourly-train.csv"), train);
        Files.writeString(folder.resolve("m4-hourly-test.csv"), test);
        StringBuilder months = new StringBuilder("Month,Passengers\n");
        for (int month = 0; month < 96; month++) {
            months.append(String.format(Locale.ROOT, "%d-%02d,%.2f%n", 1950 + month / 12, 1 + month % 12,
                    100 + month + 20 * StrictMath.sin(Math.PI * month / 6)));
        }
        Files.writeString(folder.resolve("airline-passengers.csv"), months);
        StringBuilder hours = new StringBuilder("date,HUFL,OT\n");
        for (int hour = 0; hour < 200; hour++) {
            hours.append(String.format(Locale.ROOT, "2016-07-%02d %02d:00:00,%d,%d%n", 1 + hour / 24, hour % 24,
                    hour % 24, hour % 7));
        }
        Files.writeString(folder.resolve("ETTh1.csv"), hours);
        StringBuilder quarters = new StringBuilder("date,HUFL,OT\n");
        for (int quarter = 0; quarter < 800; quarter++) {
            quarters.append(String.format(Locale.ROOT, "2016-07-%02d %02d:%02d:00,%d,%d%n", 1 + quarter / 96,
                    quarter / 4 % 24, quarter % 4 * 15, quarter / 4 % 24, quarter % 7));
        }
        Files.writeString(folder.resolve("ETTm1.csv"), quarters);
    }

    private static void row(StringBuilder rows, int series, int from, int to) {
        rows.append('H').append(series);
        for (int hour = from; hour < to; hour++) {
            rows.append(String.format(Locale.ROOT, ",%.3f", (series + 1)
                    * (100 + 30 * StrictMath.sin(Math.PI * hour / 12) + 5 * StrictMath.sin(hour * 0.9 + series))));
        }
        rows.append('\n');
    }

    @Test
    void givesOneObjectWithOursAndThePublishedRows() {
        JsonObject json = json("--only", "m4-hourly", "--methods", ALL_BUT_DEEPAR);

        assertThat(json.members()).containsOnlyKeys("dir", "seed", "seeds", "protocols", "skipped", "failed");
        assertThat(json.require("seed").asInt()).isEqualTo(42);
        assertThat(names(json.require("protocols"), "name")).containsExactly("m4-hourly");
        JsonObject hourly = json.require("protocols").asList().getFirst().asObject();
        assertThat(hourly.members()).containsOnlyKeys("name", "title", "horizon", "season", "series", "windows", "unit",
                "main_measure", "results", "left_out", "failed", "published", "bars", "best_baseline", "deciding",
                "beats_best_baseline", "comparison", "verdict", "other_verdicts", "seconds");
        assertThat(hourly.require("series").asInt()).isEqualTo(2);
        assertThat(hourly.require("windows").asInt()).isEqualTo(2);
        assertThat(hourly.require("main_measure").asText()).isEqualTo("owa");
        assertThat(names(hourly.require("results"), "method")).containsExactlyInAnyOrder("lstm", "esrnn", "blend",
                "naive", "seasonal_naive", "drift", "naive2", "theta", "ets", "nlinear");
        JsonObject lstm = method(hourly, "lstm");
        assertThat(lstm.require("measures").asObject().members()).containsKeys("owa", "smape", "mase", "mse");
        assertThat(lstm.require("settings").asText()).startsWith("segment, lookback 48, hidden 64, dropout 0.1, window"
                + " scaling last, skip linear, loss monotone-quantiles, adam 0.001 cosine, batch 32, epoch ");
        assertThat(method(hourly, "seasonal_naive").require("measures").asObject().members())
                .containsOnlyKeys("owa", "smape", "mase", "wql", "msis", "coverage_80", "coverage_95", "mse", "mae",
                        "rmse",
                        "crps");
        assertOtherVerdicts(hourly);
        assertThat(lstm.require("training_seconds").asDouble()).isPositive();
        assertThat(lstm.require("forecast_seconds").asDouble()).isPositive();
        assertThat(value(method(hourly, "naive2"), "owa")).isEqualTo(1);
        assertThat(value(lstm, "mase")).isLessThan(value(method(hourly, "naive"), "mase"));
        assertThat(names(hourly.require("published"), "method")).contains("ES-RNN (Smyl)", "TiRex (GIFT-Eval)");
        assertThat(names(hourly.require("bars"), "name")).containsExactly("floor", "realistic", "ambitious");
        assertThat(hourly.require("comparison").asObject().require("outcome").asText()).isEqualTo("too_few");
    }

    private static void assertOtherVerdicts(JsonObject hourly) {
        assertThat(names(hourly.require("other_verdicts"), "method")).containsExactly("esrnn", "blend");
        JsonObject verdict = hourly.require("other_verdicts").asList().getFirst().asObject();
        assertThat(verdict.members()).containsOnlyKeys("method", "beats_best_baseline", "comparison", "verdict");
        assertThat(verdict.require("verdict").asText()).startsWith("esrnn ").contains("the best baseline, ");
        assertThat(method(hourly, "esrnn").require("settings").asText())
                .startsWith("window 24, seasons [24, 168], hidden"
                        + " 40, dilations [[1, 4], [24, 168]], batch 8, adam 0.01")
                .endsWith("24 epochs, none chosen, seed 42");
        assertThat(method(hourly, "esrnn").require("measures").asObject().members()).containsKeys("wql", "msis",
                "coverage_80", "coverage_95");
        assertThat(method(hourly, "esrnn").require("kind").asText()).isEqualTo("lstm");
    }

    @Test
    void putsProtocolsBesideEachOther() {
        JsonObject json = json("--only", "airline,m4-hourly", "--methods", "naive");

        assertThat(names(json.require("protocols"), "name")).containsExactly("airline", "m4-hourly");
    }

    /// Nothing in the figures hangs on time or threads.
    @Test
    void givesTheSameFiguresAtAnyNumberOfThreads() {
        JsonObject two = airline(json("--only", "airline", "--methods", "lstm,nlinear", "--seed", "7", "--threads",
                "2"));

        assertThat(method(trained, "lstm").require("measures")).isEqualTo(method(two, "lstm").require("measures"));
        assertThat(trained.require("verdict")).isEqualTo(two.require("verdict"));
    }

    @Test
    void printsOursAbovePublishedRowsAndAVerdict() {
        Session session = run("--only", "airline", "--methods", "seasonal_naive,lstm");

        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).startsWith("airline: airline passengers, monthly: the last year (series: 1,")
                .containsSubsequence("computed here", "RMSE", "MAE", "WQL", "cover 80", "cover 95", "training s",
                        "forecast s", "published", "RMSE", "source",
                        "log-ARIMA", "closed form, measured", "lstm: segment, lookback 30", "the LSTM ",
                        " the best baseline, seasonal naive: its RMSE is ", " bar (RMSE ", "seed 42, ", " s in all")
                .containsPattern("> lstm +\\d+\\.\\d{3} ").containsPattern("> lstm .* this run");
        assertThat(session.err()).contains("airline: reading airline-passengers.csv", "airline: lstm took ",
                " s to train and ");
    }

    @Test
    void skipsProtocolsWithoutTheirFilesAndSaysSo() throws IOException {
        Path some = Files.createDirectory(folder.resolve("some"));
        Files.copy(folder.resolve("airline-passengers.csv"), some.resolve("airline-passengers.csv"));
        Session session = Session.of("accuracy", some.toString(), "--methods", "naive", "--json");
        JsonObject json = Json.parse(session.out()).asObject();

        assertThat(names(json.require("protocols"), "name")).containsExactly("airline");
        assertThat(names(json.require("skipped"), "name")).hasSize(15).contains("m4-hourly", "vic-elec");
        assertThat(json.require("skipped").asList().getFirst().asObject().require("missing").asList())
                .extracting(JsonValue::asText).containsExactly("m4-hourly-train.csv", "m4-hourly-test.csv");
        assertThat(Session.of("accuracy", some.toString(), "--methods", "naive").out())
                .contains("m4-hourly is skipped: m4-hourly-train.csv, m4-hourly-test.csv is not in");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Session session = Session.of("accuracy", folder.resolve("nowhere").toString());

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.err()).contains("there is no folder '", "nowhere'; expected the folder that holds the data");
        assertThat(Session.of("accuracy", folder.resolve("ETTh1.csv").toString()).err()).contains("is no folder");
    }

    @Test
    void namesTheFileThatIsMissingAndWhatCouldRun() {
        Session session = run("--only", "airline,exchange-96");

        assertThat(session.code()).isEqualTo(ExitCode.STORAGE);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("exchange-96 needs exchange_rate.txt in", "with the files there, these can"
                + " run: m4-hourly, etth1-96, etth1-720, ettm1-96, ett1-h-short, airline");
    }

    @Test
    void refusesNamesThatThereAreNot() {
        Session protocol = run("--only", "m4-hourli");
        assertThat(protocol.code()).isEqualTo(ExitCode.USAGE);
        assertThat(protocol.err()).contains("there is no protocol 'm4-hourli'; expected one of m4-hourly, m4-weekly,",
                "did you mean 'm4-hourly'?");
        Session method = run("--methods", "nlinaer", "--only", "airline");
        assertThat(method.code()).isEqualTo(ExitCode.USAGE);
        assertThat(method.err()).contains("there is no method 'nlinaer'; expected one of lstm, esrnn,",
                "did you mean 'nlinear'?");
    }

    /// A file that is not the whole one ends its protocol and not the run.
    @Test
    void goesOnWhenAFileIsNotTheWholeOneAndSaysSoAtTheEnd() {
        Session session = run("--only", "etth1-96,airline", "--methods", "naive");

        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(session.err()).contains("etth1-96 failed: the series is too short for etth1-96; expected at least"
                + " 14400 steps; received 200 steps");
        assertThat(session.out().replaceAll("\\s+", " ")).containsSubsequence(
                "etth1-96 failed: the series is too short",
                "airline: airline passengers", "1 failed: etth1-96");
    }

    @Test
    void putsAFailedProtocolBesideTheOthersInTheJson() {
        Session session = run("--only", "etth1-96,airline", "--methods", "naive", "--json");
        JsonObject json = Json.parse(session.out()).asObject();

        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(names(json.require("protocols"), "name")).containsExactly("airline");
        JsonObject failed = json.require("failed").asList().getFirst().asObject();
        assertThat(failed.require("name").asText()).isEqualTo("etth1-96");
        assertThat(failed.require("error").asObject().require("code").asInt()).isEqualTo(3);
        assertThat(failed.require("error").asObject().require("what").asText())
                .isEqualTo("the series is too short for etth1-96");
    }

    /// Where the LSTM cannot be trained, the baselines are judged all the same.
    @Test
    void goesOnWhenAMethodFails() throws IOException {
        Path huge = Files.createDirectory(folder.resolve("huge"));
        StringBuilder months = new StringBuilder("Month,Passengers\n");
        for (int month = 0; month < 96; month++) {
            months.append(String.format(Locale.ROOT, "%d-%02d,%de150%n", 1950 + month / 12, 1 + month % 12,
                    1 + month % 12));
        }
        Files.writeString(huge.resolve("airline-passengers.csv"), months);
        Session session = Session.of("accuracy", huge.toString(), "--only", "airline", "--methods",
                "lstm,blend,naive", "--json");
        JsonObject airline = airline(Json.parse(session.out()).asObject());

        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(names(airline.require("results"), "method")).containsExactly("naive");
        JsonObject failed = airline.require("failed").asList().getFirst().asObject();
        assertThat(failed.require("method").asText()).isEqualTo("lstm");
        assertThat(failed.require("error").asObject().require("what").asText())
                .isEqualTo("column 'Passengers' has a value too large to compute with");
        assertThat(airline.require("verdict").asText())
                .startsWith("the LSTM failed; the best of the baselines is naive");
        assertThat(names(airline.require("left_out"), "method")).containsExactly("blend");
        assertThat(session.err()).contains("airline: lstm failed: column 'Passengers' has a value too large");
    }

    @Test
    void averagesSeedsAndStatesThem() {
        JsonObject json = json("--only", "airline", "--methods", "lstm,naive", "--seeds", "2", "--seed", "7");

        assertThat(json.require("seeds").asInt()).isEqualTo(2);
        JsonObject lstm = method(airline(json), "lstm");
        assertThat(lstm.require("settings").asText())
                .startsWith("mean of the seeds 7, 8 (median of their quantiles), the"
                        + " first of which: ")
                .endsWith(", seed 7, intervals calibrated on validation windows");
        assertThat(value(lstm, "wql")).isNotEqualTo(value(method(trained, "lstm"), "wql"));
    }

    @Test
    void refusesSeedsBelowOne() {
        assertThat(run("--only", "airline", "--seeds", "0").code()).isEqualTo(ExitCode.USAGE);
    }

    /// The last year stays closed: what is foretold of the year before is the same whatever it brings.
    @Test
    void aRehearsalJudgesThePartBeforeTheTestPart() {
        JsonObject airline = airline(json("--only", "airline", "--methods", "naive,seasonal_naive", "--rehearse"));

        assertThat(airline.require("title").asText()).endsWith("; rehearsed on the part before the test part");
        assertThat(airline.require("published").asList()).isEmpty();
        assertThat(airline.require("bars").asList()).isEmpty();
        // each month is 12 above that of the year before
        assertThat(value(method(airline, "seasonal_naive"), "rmse")).isCloseTo(12, within(1e-9));
        assertThat(airline.require("windows").asInt()).isEqualTo(1);
    }

    @Test
    void otherRecurrentMethodsAreLeftOutWithAReason() {
        JsonObject airline = airline(json("--only", "airline", "--methods", "esrnn,blend,naive"));

        assertThat(names(airline.require("left_out"), "method")).containsExactly("esrnn", "blend");
        assertThat(names(airline.require("left_out"), "reason")).containsExactly(
                "it learns from many series, and here is one", "it needs esrnn, which is left out");
    }

    @Test
    void judgesTablesOfSeveralTargets() {
        JsonObject gift = json("--only", "ett1-h-short", "--methods", "seasonal_naive,nlinear")
                .require("protocols").asList().getFirst().asObject();

        assertThat(gift.require("series").asInt()).isEqualTo(2);
        assertThat(gift.require("windows").asInt()).isEqualTo(2);
        assertThat(value(method(gift, "seasonal_naive"), "mase")).isPositive();
    }

    private static JsonObject airline(JsonObject json) {
        return json.require("protocols").asList().getFirst().asObject();
    }

    private static JsonObject method(JsonObject protocol, String name) {
        return protocol.require("results").asList().stream().map(JsonValue::asObject)
                .filter(result -> result.require("method").asText().equals(name)).findFirst().orElseThrow();
    }

    private static double value(JsonObject method, String measure) {
        return method.require("measures").asObject().require(measure).asDouble();
    }

    private static List<String> names(JsonValue items, String key) {
        return items.asList().stream().map(item -> item.asObject().require(key).asText()).toList();
    }

    private static JsonObject json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Session session = run(all.toArray(new String[0]));
        assertThat(session.code()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        return Json.parse(session.out()).asObject();
    }

    private static Session run(String... words) {
        List<String> all = new ArrayList<>(List.of("accuracy", folder.toString()));
        all.addAll(List.of(words));
        return Session.of(all.toArray(new String[0]));
    }
}
