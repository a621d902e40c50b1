package org.lstm4j.interop.pytorch;

import org.lstm4j.nn.Activation;

/// Activations as Python says them.
final class TorchActivations {

    private TorchActivations() {}

    /// What makes the activation of an expression.
    static String of(Activation activation, String x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> "torch.relu(" + x + ")";
            case TANH -> "torch.tanh(" + x + ")";
            case SIGMOID -> "torch.sigmoid(" + x + ")";
            case HARD_SIGMOID -> "F.hardsigmoid(" + x + ")";
            case SOFTSIGN -> "F.softsign(" + x + ")";
            case SOFTPLUS -> "F.softplus(" + x + ")";
            case ELU -> "F.elu(" + x + ")";
            case SELU -> "F.selu(" + x + ")";
            case EXPONENTIAL -> "torch.exp(" + x + ")";
            case LEAKY_RELU -> "F.leaky_relu(" + x + ", 0.2)";
            case RELU6 -> "F.relu6(" + x + ")";
            case HARD_TANH -> "F.hardtanh(" + x + ")";
            case SILU -> "F.silu(" + x + ")";
            case GELU -> "F.gelu(" + x + ")";
            case MISH -> "F.mish(" + x + ")";
        };
    }
}
