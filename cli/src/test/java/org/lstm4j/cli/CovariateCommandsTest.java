package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Categories, statics, lags and resampling on the command line, from a table to a forecast.
class CovariateCommandsTest {

    private static final String HEADER = "shop,time,sold,promo,region,size\n";
    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static final String SMALL = " --horizon 3 --lookback 8 --epochs 1 --hidden 4 -q";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeInputs() throws IOException {
        String past = rows("A", 0, 120, "north") + rows("B", 0, 120, "south");
        write("past.csv", HEADER + past);
        write("ahead.csv", HEADER + past + ahead("A", "deal") + ahead("B", "none"));
        write("typed.csv", HEADER + past + ahead("A", "dael") + ahead("B", "none"));
        write("moved.csv", HEADER + (past + ahead("A", "deal") + ahead("B", "none")).replace(",north,", ",nord,"));
        write("new-shop.csv", HEADER + rows("C", 0, 120, "north") + ahead("C", "deal"));
        write("one.csv", HEADER + past.lines().filter(line -> line.startsWith("A")).reduce("", (a, b) -> a + b + "\n"));
        write("days.csv", days());
        write("irregular.csv", irregular());
        session("train past.csv --series shop --target sold --future promo --static region,size --lags 2,30"
                + " --out m.lstm4j" + SMALL);
        session("train past.csv --series shop --target sold --series-embedding --out e.lstm4j" + SMALL);
        session("train past.csv --series shop --target sold --future promo --unknown-category missing --out u.lstm4j"
                + SMALL);
    }

    @Test
    void aModelKnowsItsCovariatesAgain() {
        Session evaluated = session("evaluate m.lstm4j past.csv");
        Session forecast = session("forecast m.lstm4j ahead.csv");

        assertThat(evaluated.code()).as(evaluated.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.code()).as(forecast.err()).isEqualTo(ExitCode.OK);
        assertThat(forecast.out().lines().filter(line -> line.startsWith("A,") || line.startsWith("B,"))).hasSize(6);
        assertThat(session("inspect m.lstm4j --json").out())
                .contains("\"names\":[\"deal\",\"none\"]", "\"names\":[\"north\",\"south\"]", "\"statics\":[\"size\"]",
                        "\"lags\":[2,30]");
    }

    @Test
    void aCategoryThatIsNotKnownIsNamed() {
        Session session = session("forecast m.lstm4j typed.csv");
        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(session.err()).contains("column 'promo' of series 'A' has a category that the training part did not"
                + " have; expected one of deal, none; received 'dael' at 2024-01-06T00:00Z; did you mean 'deal'?");
        assertThat(session("forecast m.lstm4j moved.csv").err()).contains("column 'region' of series 'A'",
                "expected one of north, south; received 'nord'; correct");
    }

    @Test
    void aCategoryThatIsNotKnownMayBeTakenAsMissing() {
        Session session = session("forecast u.lstm4j typed.csv");
        assertThat(session.code()).as(session.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void futureCategoriesMustReachAsFarAsTheForecast() {
        Session session = session("forecast m.lstm4j past.csv");
        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(session.err())
                .contains("the future column 'promo' of series 'A' ends too early; expected values up to"
                        + " 2024-01-06T02:00Z; received values up to 2024-01-05T23:00Z; add rows with 'promo' for the steps to"
                        + " forecast, targets left empty");
    }

    @Test
    void aSeriesIsKnownByItsName() {
        assertThat(session("forecast e.lstm4j past.csv").code()).isEqualTo(ExitCode.OK);
        Session other = session("forecast e.lstm4j new-shop.csv");
        assertThat(other.code()).isEqualTo(ExitCode.DATA);
        assertThat(other.err()).contains("of series 'C' has a category", "expected one of A, B; received 'C'");
        Session alone = session("train one.csv --target sold --series-embedding" + SMALL);
        assertThat(alone.code()).isEqualTo(ExitCode.USAGE);
        assertThat(alone.err()).contains("there is one series without a name", "--series");
    }

    @Test
    void lagsAreNumbersOrAuto() {
        Session auto = session("train one.csv --target sold --lags auto --json" + SMALL);
        assertThat(auto.code()).as(auto.err()).isEqualTo(ExitCode.OK);
        Session wrong = session("train one.csv --target sold --lags 24,week" + SMALL);
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--lags 24,week is not possible; expected none, auto, or numbers of steps from"
                + " 1 to 999999; received 'week'; write them as --lags 1,24,168");
    }

    @Test
    void rowsOfAnotherFrequencyAreRefused() {
        Session session = session("forecast e.lstm4j days.csv --series shop");
        assertThat(session.code()).isEqualTo(ExitCode.DATA);
        assertThat(session.err()).contains("the rows of series 'A' are further apart than the steps of the model;"
                + " expected steps of 1 hour, as it was trained on; received 40 rows over 937 steps of 1 hour; bring"
                + " data of the same frequency, or train a model on this one; --freq h takes the steps between the rows"
                + " as missing");
    }

    @Test
    void irregularRowsAreRefusedOrResampled() {
        Session refused = session("train irregular.csv --target load" + SMALL);
        assertThat(refused.code()).isEqualTo(ExitCode.DATA);
        assertThat(refused.err()).contains("the series has irregular times", "to row ", "--resample mean, sum or last");
        Session resampled = session(
                "train irregular.csv --target load --freq h --resample mean --out r.lstm4j" + SMALL);
        assertThat(resampled.code()).as(resampled.err()).isEqualTo(ExitCode.OK);
        Session again = session("forecast r.lstm4j irregular.csv");
        assertThat(again.code()).as("resampled as in training: " + again.err()).isEqualTo(ExitCode.OK);
        assertThat(session("train irregular.csv --target load --resample sum" + SMALL).err())
                .contains("--resample without --freq is not possible; expected the steps to come; add --freq");
    }

    private static Session session(String line) {
        List<String> arguments = new ArrayList<>();
        Arrays.stream(line.split(" ")).forEach(word -> arguments.add(
                word.matches(".*\\.(csv|lstm4j)") ? folder.resolve(word).toString() : word));
        return Session.of(arguments.toArray(new String[0]));
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String rows(String shop, int from, int to, String region) {
        StringBuilder rows = new StringBuilder();
        for (int hour = from; hour < to; hour++) {
            rows.append(row(shop, NEW_YEAR.plusHours(hour), Integer.toString(10 + hour % 7),
                    hour % 3 == 0 ? "deal" : "none", region));
        }
        return rows.toString();
    }

    /// Three hours more, of which only the promotion is known.
    private static String ahead(String shop, String promo) {
        StringBuilder rows = new StringBuilder();
        for (int hour = 120; hour < 123; hour++) {
            rows.append(shop).append(',').append(NEW_YEAR.plusHours(hour)).append(",,").append(promo).append(",,\n");
        }
        return rows.toString();
    }

    private static String days() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int day = 0; day < 40; day++) {
            rows.append(row("A", NEW_YEAR.plusDays(day), Integer.toString(day), "none", "north"));
        }
        return rows.toString();
    }

    private static String row(String shop, LocalDateTime time, String sold, String promo, String region) {
        return shop + ',' + time + ',' + sold + ',' + promo + ',' + region + ',' + (shop.equals("A") ? 10 : 20) + '\n';
    }

    private static String irregular() {
        StringBuilder rows = new StringBuilder("time,load\n");
        LocalDateTime time = NEW_YEAR;
        for (int row = 0; row < 600; row++) {
            rows.append(time).append(',').append(row % 24).append('\n');
            time = time.plusSeconds(300 + 97L * (row * row % 11));
        }
        return rows.toString();
    }
}
