package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void trustsTheLauncherAboutWhatIsATerminal() {
        Terminal terminal = of(Map.of("TERM", "xterm"), "0", "132");

        assertThat(terminal.controlsOut()).isFalse();
        assertThat(terminal.controlsErr()).isTrue();
        assertThat(terminal.errColumns()).isEqualTo(132);
    }

    @Test
    void isNoTerminalWithoutTheLauncher() {
        Terminal terminal = Terminal.of(new Properties(), Map.of("TERM", "xterm"));

        assertThat(terminal.controlsOut()).isFalse();
        assertThat(terminal.controlsErr()).isFalse();
    }

    @Test
    void keepsControlCharactersFromThoseWhoDeclineThem() {
        assertThat(of(Map.of("TERM", "xterm", "NO_COLOR", "1"), "80", "80").controlsErr()).isFalse();
        assertThat(of(Map.of("TERM", "dumb"), "80", "80").controlsErr()).isFalse();
        assertThat(of(Map.of(), "80", "80").controlsErr()).isFalse();
        assertThat(of(Map.of("TERM", "xterm", "NO_COLOR", ""), "80", "80").controlsErr()).isTrue();
    }

    private static Terminal of(Map<String, String> environment, String outColumns, String errColumns) {
        Properties properties = new Properties();
        properties.setProperty("lstm4j.stdout.columns", outColumns);
        properties.setProperty("lstm4j.stderr.columns", errColumns);
        return Terminal.of(properties, environment);
    }
}
