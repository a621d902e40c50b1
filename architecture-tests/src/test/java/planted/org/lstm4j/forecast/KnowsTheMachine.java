package planted.org.lstm4j.forecast;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;

/// Offends on purpose: a result would tell where it was made.
@SuppressWarnings({"StringCaseLocaleUsage", "DefaultLocale", "DefaultCharset", "JavaTimeDefaultTimeZone"})
public final class KnowsTheMachine {

    Locale locale() {
        return Locale.getDefault();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    Charset charset() {
        return Charset.defaultCharset();
    }

    String number(double value) {
        return "%.2f".formatted(value) + String.format("%.2f", value);
    }

    String key(String name) {
        return name.toLowerCase();
    }
}
