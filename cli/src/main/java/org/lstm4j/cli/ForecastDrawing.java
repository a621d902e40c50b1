package org.lstm4j.cli;

import java.util.Arrays;
import java.util.List;
import org.lstm4j.forecast.Forecast;
import org.lstm4j.forecast.TimeSeries;
import org.lstm4j.report.TerminalPlot;
import org.lstm4j.report.content.Band;
import org.lstm4j.report.content.Values;

/// A forecast after the last of its history, drawn with characters; its 80 % interval, where it has one, is shaded.
final class ForecastDrawing {

    private static final int PLOT_HEIGHT = 12;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    /// History shown, in horizons.
    private static final int HISTORY_SHOWN = 4;

    private ForecastDrawing() {}

    static String of(TimeSeries series, Forecast forecast, Terminal terminal) {
        double[] target = series.column(forecast.target());
        int origin = 0;
        while (origin < series.steps()
                && series.timeline().instantMillis(origin) < forecast.timeline().instantMillis(0)) {
            origin++;
        }
        int from = Math.max(0, origin - HISTORY_SHOWN * forecast.horizon());
        int length = origin - from + forecast.horizon();
        double[] history = new double[length];
        double[] ahead = new double[length];
        Arrays.fill(history, Double.NaN);
        Arrays.fill(ahead, Double.NaN);
        System.arraycopy(target, from, history, 0, origin - from);
        for (int step = 0; step < forecast.horizon(); step++) {
            ahead[origin - from + step] = forecast.mean().get(step);
        }
        TerminalPlot plot = new TerminalPlot(
                Math.clamp(terminal.errColumns(), NARROWEST, WIDEST), PLOT_HEIGHT, TerminalPlot.Glyphs.UNICODE);
        List<TerminalPlot.Line> lines = List.of(
                new TerminalPlot.Line("history", Values.of(history)),
                new TerminalPlot.Line("forecast", Values.of(ahead)));
        // the wider one would press history and forecast flat
        List<Band> bands = ForecastBands.of(List.of(forecast), List.of(origin - from), length).stream()
                .limit(1)
                .toList();
        String title = forecast.series().isEmpty() ? forecast.target() : forecast.series() + ", " + forecast.target();
        return title + "\n"
                + plot.draw("", ReportContent.axis(series.timeline().from(from), length), lines, bands, origin - from);
    }
}
