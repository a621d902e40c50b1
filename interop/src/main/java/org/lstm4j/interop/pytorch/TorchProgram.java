package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A network as PyTorch says it: the lines that make its modules, those that run them, and the tensors of its state_dict. Mutable while it
/// is written.
final class TorchProgram {

    private final List<String> modules = new ArrayList<>();
    private final List<String> forward = new ArrayList<>();
    private final Map<String, NamedTensor> tensors = new LinkedHashMap<>();

    /// A tensor of the state_dict.
    static final class NamedTensor {

        private final String name;
        private final List<Long> shape;
        private final float[] values;

        /// @param shape outermost first
        /// @param values row-major; shared
        NamedTensor(String name, List<Long> shape, float[] values) {
            this.name = name;
            this.shape = List.copyOf(shape);
            this.values = values;
        }

        String name() {
            return name;
        }

        List<Long> shape() {
            return shape;
        }

        float[] values() {
            return values;
        }
    }

    /// @param attribute of the model: `lstm_0`
    /// @param constructor what makes it: `nn.Linear(50, 1)`
    void module(String attribute, String constructor) {
        modules.add("self." + attribute + " = " + constructor);
    }

    /// A line that makes a new `x` of `x`.
    void run(String line) {
        forward.add(line);
    }

    void tensor(String attribute, String name, List<Long> shape, float[] values) {
        String full = attribute + "." + name;
        tensors.put(full, new NamedTensor(full, shape, values));
    }

    List<NamedTensor> tensors() {
        return List.copyOf(tensors.values());
    }

    /// The program that makes the model and loads its tensors.
    ///
    /// @param file what the safetensors file is called
    String python(String file) {
        StringBuilder text = new StringBuilder("""
                import torch
                from safetensors.torch import load_file
                from torch import nn
                from torch.nn import functional as F


                class Model(nn.Module):
                    def __init__(self):
                        super().__init__()
                """);
        modules.forEach(line -> text.append("        ").append(line).append('\n'));
        text.append("\n    def forward(self, x):  # [batch, steps, features]\n");
        forward.forEach(line -> text.append("        ").append(line).append('\n'));
        text.append("        return x\n\n\nmodel = Model()\nmodel.load_state_dict(load_file(").append(quoted(file))
                .append("))\nmodel.eval()\n");
        return text.toString();
    }

    /// As a literal of Python.
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
