package org.lstm4j.interop.pytorch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lstm4j.ConfigurationException;
import org.lstm4j.interop.network.ExportRefusal;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.Parameter;
import org.lstm4j.nn.recurrent.Bidirectional;
import org.lstm4j.nn.recurrent.Gru;
import org.lstm4j.nn.recurrent.GruSpec;
import org.lstm4j.nn.recurrent.Lstm;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.MergeMode;
import org.lstm4j.nn.recurrent.RecurrentLayer;
import org.lstm4j.nn.recurrent.RecurrentSpec;
import org.lstm4j.nn.recurrent.RecurrentWeights;
import org.lstm4j.nn.recurrent.SimpleRnn;
import org.lstm4j.nn.recurrent.SimpleRnnSpec;

/// Writes recurrent layers as `nn.LSTM`, `nn.GRU` and `nn.RNN` of one layer each. Our one bias becomes the first of PyTorch's two; the
/// second is 0, but for a GRU's, of which a part belongs to the state.
final class TorchRecurrentWriter {

    private final TorchProgram program;
    private final String attribute;
    private final String layer;

    /// @param attribute what the module is to be called
    /// @param layer what our layer is called, for messages
    TorchRecurrentWriter(TorchProgram program, String attribute, String layer) {
        this.program = program;
        this.attribute = attribute;
        this.layer = layer;
    }

    void write(RecurrentLayer recurrent) {
        RecurrentSpec spec = spec(recurrent);
        program.module(attribute, constructor(recurrent, spec, false));
        tensors(recurrent, "");
        if (spec.sequence().goBackwards()) {
            program.run("x = x.flip(1)");
        }
        program.run("x, _ = self." + attribute + "(x)");
        if (!spec.returnSequences()) {
            program.run("x = x[:, -1]");
        }
    }

    void write(Bidirectional both) {
        RecurrentSpec forward = spec(both.forward());
        RecurrentSpec backward = spec(both.backward());
        String constructor = constructor(both.forward(), forward, true);
        if (!constructor.equals(constructor(both.backward(), backward, true))) {
            throw refusal("directions that differ");
        }
        program.module(attribute, constructor);
        tensors(both.forward(), "");
        tensors(both.backward(), RecurrentModule.REVERSE);
        program.run("x, _ = self." + attribute + "(x)");
        if (!forward.returnSequences()) {
            int outputs = forward.outputs();
            program.run("x = torch.cat([x[:, -1, :" + outputs + "], x[:, 0, " + outputs + ":]], -1)");
        }
        if (both.spec().merge() != MergeMode.CONCATENATE) {
            program.run("a, b = x.chunk(2, -1)");
            program.run("x = " + switch (both.spec().merge()) {
                case SUM -> "a + b";
                case PRODUCT -> "a * b";
                case AVERAGE -> "(a + b) / 2";
                case CONCATENATE -> "x";
            });
        }
    }

    private RecurrentSpec spec(RecurrentLayer recurrent) {
        RecurrentSpec spec = recurrent.spec();
        if (spec.sequence().stateful()) {
            throw refusal("a state that is kept from batch to batch");
        }
        if (spec.noise().hiddenZoneout() > 0f || spec.noise().cellZoneout() > 0f) {
            throw refusal("zoneout");
        }
        return spec;
    }

    private String constructor(RecurrentLayer recurrent, RecurrentSpec spec, boolean bidirectional) {
        StringBuilder text = new StringBuilder("nn.").append(kind(spec)).append('(')
                .append(recurrent.inputShape().last()).append(", ").append(spec.units()).append(options(spec));
        return text.append(", batch_first=True").append(bidirectional ? ", bidirectional=True)" : ")").toString();
    }

    private static String kind(RecurrentSpec spec) {
        return switch (spec) {
            case LstmSpec _ -> "LSTM";
            case GruSpec _ -> "GRU";
            case SimpleRnnSpec _ -> "RNN";
        };
    }

    private String options(RecurrentSpec spec) {
        return switch (spec) {
            case LstmSpec lstm -> {
                requirePlain(lstm);
                yield bias(lstm.cell().bias())
                        + (lstm.cell().projection() > 0 ? ", proj_size=" + lstm.cell().projection() : "");
            }
            case GruSpec gru -> {
                requireActivation(gru.activation(), Activation.TANH);
                requireActivation(gru.recurrentActivation(), Activation.SIGMOID);
                yield bias(gru.bias());
            }
            case SimpleRnnSpec rnn -> {
                if (rnn.activation() != Activation.TANH && rnn.activation() != Activation.RELU) {
                    throw refusal("the activation " + rnn.activation().label());
                }
                yield ", nonlinearity=\"" + rnn.activation().label().toLowerCase(Locale.ROOT) + "\"" + bias(rnn.bias());
            }
        };
    }

    private static String bias(boolean has) {
        return has ? "" : ", bias=False";
    }

    private void requirePlain(LstmSpec spec) {
        if (spec.cell().peephole()) {
            throw refusal("peepholes");
        }
        if (spec.cell().layerNormalization()) {
            throw refusal("layer normalisation within the cell");
        }
        requireActivation(spec.cell().activation(), Activation.TANH);
        requireActivation(spec.cell().recurrentActivation(), Activation.SIGMOID);
    }

    private void requireActivation(Activation activation, Activation required) {
        if (activation != required) {
            throw refusal("the activation " + activation.label());
        }
    }

    private ConfigurationException refusal(String what) {
        return ExportRefusal.of("PyTorch", layer, "it has " + what + ", which PyTorch has not");
    }

    private void tensors(RecurrentLayer recurrent, String direction) {
        String end = "_l0" + direction;
        switch (recurrent) {
            case Lstm lstm -> {
                put("weight_ih" + end, lstm.weights().inputWeights());
                put("weight_hh" + end, lstm.weights().recurrentWeights());
                if (lstm.weights().hasBias()) {
                    float[] bias = lstm.weights().bias().value();
                    biases(end, bias, new float[bias.length]);
                }
                Parameter projection = lstm.weights().projection();
                if (projection != null) {
                    put("weight_hr" + end, projection);
                }
            }
            case Gru gru -> gates(end, gru.weights(), gru.spec().units());
            case SimpleRnn rnn -> gates(end, rnn.weights(), 0);
            default -> throw refusal("an unknown cell");
        }
    }

    /// @param stateBiases how many of the biases, at their end, are the candidate's of the state: H of a GRU, else 0
    private void gates(String end, RecurrentWeights weights, int stateBiases) {
        put("weight_ih" + end, weights.inputWeights());
        put("weight_hh" + end, weights.recurrentWeights());
        if (weights.hasBias()) {
            float[] all = weights.bias().value();
            float[] ofInput = Arrays.copyOf(all, all.length - stateBiases);
            float[] ofState = new float[ofInput.length];
            System.arraycopy(all, ofInput.length, ofState, ofInput.length - stateBiases, stateBiases);
            biases(end, ofInput, ofState);
        }
    }

    private void biases(String end, float[] ofInput, float[] ofState) {
        program.tensor(attribute, "bias_ih" + end, List.of((long) ofInput.length), ofInput);
        program.tensor(attribute, "bias_hh" + end, List.of((long) ofState.length), ofState);
    }

    private void put(String name, Parameter parameter) {
        program.tensor(attribute, name, List.of((long) parameter.shape().size(0), (long) parameter.shape().size(1)),
                parameter.value());
    }
}
