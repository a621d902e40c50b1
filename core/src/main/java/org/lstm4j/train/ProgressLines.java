package org.lstm4j.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.function.Consumer;

/// Tells a line for every epoch: `epoch 3/50  loss 0.012345  val_loss 0.01511  learning_rate 0.001`.
///
/// {@snippet :
/// model.fit(samples, options, new ProgressLines(System.out::println));
/// }
public final class ProgressLines implements Callback {

    private static final MathContext DIGITS = new MathContext(5);

    private final Consumer<String> sink;

    /// @param sink takes the lines, which have no line end
    public ProgressLines(Consumer<String> sink) {
        this.sink = Objects.requireNonNull(sink, "sink");
    }

    @Override
    public void onEpochEnd(History.Epoch epoch, TrainingControl control) {
        StringBuilder line = new StringBuilder("epoch ")
                .append(epoch.epoch()).append('/').append(control.options().epochs().last());
        epoch.logs().forEach((name, value) -> line.append("  ").append(name).append(' ').append(text(value)));
        sink.accept(line.toString());
    }

    @Override
    public void onTrainEnd(TrainingControl control) {
        if (control.stopping()) {
            sink.accept("stopped: " + control.stopReason());
        }
    }

    private static String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString()
                : Double.toString(value);
    }
}
