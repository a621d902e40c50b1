package org.lstm4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggingTest {

    private final GlobalOptions options = new GlobalOptions();

    @AfterEach
    void forget() {
        Logging.configure(new GlobalOptions());
    }

    @Test
    void isFoundByLogback() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Logging.class);
    }

    @Test
    void showsWarningsUnlessToldOtherwise() {
        assertThat(level()).isEqualTo(Level.WARN);
        options.quiet = true;
        assertThat(level()).isEqualTo(Level.ERROR);
        options.verbose = true;
        assertThat(level()).isEqualTo(Level.INFO);
        options.debug = true;
        assertThat(level()).isEqualTo(Level.DEBUG);
    }

    @Test
    void writesToStderrAlone() {
        Iterable<Appender<ILoggingEvent>> appenders = () -> configured().iteratorForAppenders();

        assertThat(appenders).singleElement().isInstanceOfSatisfying(ConsoleAppender.class,
                appender -> assertThat(appender.getTarget()).isEqualTo("System.err"));
    }

    private Level level() {
        return configured().getLevel();
    }

    private ch.qos.logback.classic.Logger configured() {
        Logging.configure(options);
        LoggerContext context = new LoggerContext();
        new Logging().configure(context);
        return context.getLogger("ROOT");
    }
}
