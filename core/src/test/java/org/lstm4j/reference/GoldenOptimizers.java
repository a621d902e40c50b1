package org.lstm4j.reference;

import org.lstm4j.optim.Adadelta;
import org.lstm4j.optim.Adagrad;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.AdamW;
import org.lstm4j.optim.Adamax;
import org.lstm4j.optim.Lion;
import org.lstm4j.optim.Nadam;
import org.lstm4j.optim.OptimizerSpec;
import org.lstm4j.optim.RmsProp;
import org.lstm4j.optim.Sgd;

/// The optimizers that PyTorch's training runs in `resources/golden` were made with, and the reference for each.
final class GoldenOptimizers {

    private GoldenOptimizers() {}

    /// @param name as in the file: `adam` of `train_adam_f64`
    static OptimizerSpec spec(String name) {
        return switch (name) {
            case "sgd" -> new Sgd(0.05);
            case "sgd_momentum" -> new Sgd(0.05, 0.9);
            case "sgd_nesterov_wd" -> new Sgd(0.05, 0.9).withNesterov().withWeightDecay(0.01);
            case "adam" -> new Adam(0.01);
            case "adam_wd_amsgrad" -> new Adam(0.01).withWeightDecay(0.01).withAmsgrad();
            case "adamw" -> new AdamW(0.01, 0.05);
            case "nadam" -> new Nadam(0.01);
            case "rmsprop" -> new RmsProp(0.01);
            case "rmsprop_centered_momentum" -> new RmsProp(0.01).withCentering().withMomentum(0.5);
            case "adagrad" -> new Adagrad(0.05);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static ReferenceOptimizer reference(OptimizerSpec spec) {
        return switch (spec) {
            case Sgd sgd -> new ReferenceSgd(sgd);
            case Adam adam -> new ReferenceAdam(adam);
            case AdamW adamW -> new ReferenceAdam(adamW);
            case Nadam nadam -> new ReferenceNadam(nadam);
            case Adamax adamax -> new ReferenceAdamax(adamax);
            case RmsProp rmsProp -> new ReferenceRmsProp(rmsProp);
            case Adagrad adagrad -> new ReferenceAdagrad(adagrad);
            case Adadelta adadelta -> new ReferenceAdadelta(adadelta);
            case Lion lion -> new ReferenceLion(lion);
            default -> throw new IllegalArgumentException(spec.toString());
        };
    }
}
