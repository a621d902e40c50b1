package org.lstm4j.train;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.weight.WeightConstraint;
import org.lstm4j.nn.weight.WeightRegularizer;

/// The weights of a network that have a penalty or a bound; where none has, nothing is done. Allocates nothing after its creation.
final class RuledWeights {

    private final List<Penalised> penalised = new ArrayList<>();
    private final List<Bounded> bounded = new ArrayList<>();

    private record Penalised(Parameter parameter, WeightRegularizer regularizer) {}

    private record Bounded(Parameter parameter, WeightConstraint constraint) {}

    RuledWeights(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            WeightRegularizer regularizer = parameter.regularizer();
            if (regularizer != null) {
                penalised.add(new Penalised(parameter, regularizer));
            }
            WeightConstraint constraint = parameter.constraint();
            if (constraint != null) {
                bounded.add(new Bounded(parameter, constraint));
            }
        }
    }

    /// What the weights as they are now add to the loss; 0 where none has a penalty.
    double penalty() {
        double sum = 0;
        for (int index = 0; index < penalised.size(); index++) {
            Penalised one = penalised.get(index);
            sum += one.regularizer().penalty(one.parameter().value());
        }
        return sum;
    }

    /// Adds the slopes of the penalties to the gradients.
    void addGradients() {
        for (int index = 0; index < penalised.size(); index++) {
            Penalised one = penalised.get(index);
            one.regularizer().addGradient(one.parameter().value(), one.parameter().gradient());
        }
    }

    /// Brings weights back into their bounds.
    void constrain() {
        for (int index = 0; index < bounded.size(); index++) {
            Bounded one = bounded.get(index);
            one.constraint().apply(one.parameter().value(), one.parameter().shape());
        }
    }
}
