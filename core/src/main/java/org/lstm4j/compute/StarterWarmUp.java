package org.lstm4j.compute;

import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.lstm4j.kernels.LstmKernels;

/// Gets starter kernels compiled as soon as the compiler can.
///
/// The compiler turns to what is called often. Called with work, kernels would do it in their slow form, and the compiler would
/// first be busy with the insides of the Vector API, whose calls are many times as many. So they are called with no rows
/// three hundred times for each time with a row. With that row the compiler sees what happens in the loops, and what it allocates
/// tells whether the compiler is done. With fewer rows still it takes the loops for rare, and compiles them to half the speed.
///
/// Measured for the chapter, ten epochs on two processors of an AMD Zen 3: 3.2 s with plain loops until all kernels were warm,
/// 2.0 s with these kernels called with work, 1.2 s like this.
final class StarterWarmUp {

    private static final int UNITS_IN_ALL = 32;
    private static final int CALLS_WITH_NOTHING = 300;
    private static final int ROUNDS_BETWEEN_PAUSES = 2;
    /// The compiler needs the processor more than this thread does.
    private static final long PAUSE_MILLIS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Allocations allocations = new Allocations();

    /// Returns when they are compiled.
    ///
    /// @return false when that took too long: the compiler is busy, or this JVM has none that is good enough
    /// @throws InterruptedException when the thread was asked to stop
    boolean run(LstmKernels starter) throws InterruptedException {
        MadeUpStep step = new MadeUpStep(1, UNITS_IN_ALL);
        List<IntConsumer> calls = List.of(
                rows -> step.accumulate(starter.products(), rows),
                rows -> step.gatesForward(starter.gates(), rows),
                rows -> step.gatesBackward(starter.gates(), rows));
        Patience patience = new Patience(PATIENCE);
        while (!patience.isOver()) {
            for (int round = 0; round < ROUNDS_BETWEEN_PAUSES; round++) {
                callWithNothing(calls);
                if (areCompiled(calls)) {
                    return true;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    private static void callWithNothing(List<IntConsumer> calls) {
        for (IntConsumer call : calls) {
            for (int repetition = 0; repetition < CALLS_WITH_NOTHING; repetition++) {
                call.accept(0);
            }
        }
    }

    /// All are called, whatever the first ones say.
    private boolean areCompiled(List<IntConsumer> calls) {
        boolean all = true;
        for (IntConsumer call : calls) {
            all &= allocations.none(() -> call.accept(1));
        }
        return all;
    }
}
