package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// What was typed to read the training data need not be typed again, and may be.
class RememberedReadingTest {

    private static final LocalDateTime START = LocalDateTime.of(2024, 2, 20, 0, 0);

    @Test
    void everyFlagSurvivesTheWayThroughTheFile() {
        DataOptions typed = typed();

        DataOptions filled = new DataOptions();
        RememberedReading.fill(Json.parse(Json.write(RememberedReading.of(typed))).asObject(), filled);

        assertThat(filled).usingRecursiveComparison().isEqualTo(typed);
    }

    @Test
    void nothingTypedIsNothingKept() {
        assertThat(RememberedReading.of(new DataOptions()).members()).isEmpty();
    }

    @Test
    void whatIsTypedThisTimeWins() {
        DataOptions now = new DataOptions();
        now.reading.noTime = true;
        now.reading.zone = ZoneId.of("UTC");
        now.roles.wide = true;

        RememberedReading.fill(RememberedReading.of(typed()), now);

        assertThat(now.reading.time).isEmpty();
        assertThat(now.reading.timeFormat).isNull();
        assertThat(now.reading.zone).isEqualTo(ZoneId.of("UTC"));
        assertThat(now.roles.series).isNull();
        assertThat(now.reading.decimal).isEqualTo(',');
    }

    @Test
    void refusesValuesThatAreNoneOfTheFlag() {
        JsonObject zone = JsonValue.object().put("zone", "Mars/Base").build();
        JsonObject fill = JsonValue.object().put("fill", "guess").build();

        assertThatIllegalArgumentException().isThrownBy(() -> RememberedReading.fill(zone, new DataOptions()))
                .withMessageContaining("Mars/Base");
        assertThatIllegalArgumentException().isThrownBy(() -> RememberedReading.fill(fill, new DataOptions()))
                .withMessageContaining("guess").withMessageContaining("linear");
    }

    @Test
    void evaluateAndForecastReadAsTrainDid(@TempDir Path folder) {
        Path data = SampleData.write(folder.resolve("shops.csv"), shops());
        String model = folder.resolve("m.lstm4j").toString();
        String[] how = {"--time", "day,hour", "--zone", "Europe/Berlin", "--series", "shop", "--static", "size"};
        assertThat(Session.of(with(how, "train", data.toString(), "--target", "load", "--horizon", "3", "--epochs", "1",
                "--hidden", "2", "-q", "--out", model)).code()).isEqualTo(ExitCode.OK);

        Session plain = Session.of("forecast", model, data.toString());
        assertThat(plain.code()).as(plain.err()).isEqualTo(ExitCode.OK);
        assertThat(plain.out()).contains("north,", "south,")
                .isEqualTo(Session.of(with(how, "forecast", model, data.toString())).out())
                .isNotEqualTo(Session.of("forecast", model, data.toString(), "--zone", "Asia/Tokyo").out());
        assertThat(Session.of("evaluate", model, data.toString()).out())
                .isEqualTo(Session.of(with(how, "evaluate", model, data.toString())).out());
    }

    private static DataOptions typed() {
        DataOptions options = new DataOptions();
        options.reading.time.addAll(List.of("day", "hour"));
        options.reading.timeFormat = "dd.MM.yyyy HH";
        options.reading.zone = ZoneId.of("Europe/Berlin");
        options.reading.noHeader = true;
        options.reading.delimiter = ';';
        options.reading.decimal = ',';
        options.reading.encoding = StandardCharsets.UTF_16LE;
        options.reading.missing.addAll(List.of("NA", "?"));
        options.roles.series = "shop";
        options.roles.constant.add("size");
        options.cleaning.fill = CleaningOptions.Fill.LINEAR;
        options.cleaning.aggregate = CleaningOptions.Aggregate.SUM;
        return options;
    }

    private static String[] with(String[] flags, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + flags.length);
        System.arraycopy(flags, 0, all, words.length, flags.length);
        return all;
    }

    /// Two shops, hour by hour, the time in two columns.
    private static String shops() {
        StringBuilder text = new StringBuilder("day,hour,shop,size,load\n");
        for (int hour = 0; hour < 400; hour++) {
            LocalDateTime time = START.plusHours(hour);
            for (String shop : List.of("north", "south")) {
                int size = shop.equals("north") ? 3 : 1;
                double load = size * (10 + 5 * StrictMath.sin(hour * Math.PI / 12));
                text.append(time.toLocalDate()).append(',').append(time.getHour()).append(',').append(shop).append(',')
                        .append(size).append(',').append(load).append('\n');
            }
        }
        return text.toString();
    }
}
