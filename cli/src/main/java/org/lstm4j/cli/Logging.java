package org.lstm4j.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/// What becomes of the libraries' log: warnings and worse go to stderr, with `-q`
/// errors only, with `-v` more. Never to stdout.
///
/// Logback finds this class as a service, when the first logger is made. A
/// logback.xml would say the same and cost a tenth of a second at each start.
public final class Logging extends ContextAwareBase implements Configurator {

    /// Set between parsing the command line and the first logger.
    private static final String LEVEL = "lstm4j.log";

    /// Decides how much is shown. Logback itself is not touched, since many commands
    /// never log.
    static void configure(GlobalOptions options) {
        System.setProperty(LEVEL, level(options));
    }

    private static String level(GlobalOptions options) {
        if (options.debug) {
            return "DEBUG";
        }
        if (options.verbose) {
            return "INFO";
        }
        return options.quiet ? "ERROR" : "WARN";
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%-5level %logger{0}: %msg%n%ex{short}");
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
