package org.lstm4j.train;

import org.lstm4j.TrainingException;

/// Lets a fit whose loss, gradients or weights become NaN or infinite end like one that was stopped, instead of with a
/// [TrainingException]: the network has its best weights so far, [History#stopReason] tells what the exception would have.
///
/// Without it such a fit throws, which is the safer way: nobody goes on with weights that stopped improving for a reason unread.
public final class TerminateOnNaN implements Callback {

    @Override
    public void onFailure(RuntimeException failure, TrainingControl control) {
        if (failure instanceof TrainingException diverged) {
            control.stop(diverged.problem().message());
        }
    }
}
