package org.lstm4j.interop.pytorch;

import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.tensor.StoredTensor;

/// A module of PyTorch that tensors of a state_dict can be, told from their names and shapes.
sealed interface TorchModule permits RecurrentModule, TorchModule.Linear, TorchModule.Embedding, TorchModule.LayerNorm {

    /// What the names of its tensors begin with: `encoder.lstm`; empty for a module that is the whole model.
    String prefix();

    /// What the module is called in PyTorch.
    String kind();

    /// Numbers that a step brings; 0 for one that takes an index.
    int inputs();

    /// Numbers that come out for a step.
    int outputs();

    /// `nn.Linear`.
    ///
    /// @param weight [outputs, inputs]
    /// @param bias [outputs], or null
    record Linear(String prefix, StoredTensor weight, @Nullable StoredTensor bias)
            implements
                TorchModule {

        @Override
        public String kind() {
            return "Linear";
        }

        @Override
        public int inputs() {
            return Math.toIntExact(weight.shape().getLast());
        }

        @Override
        public int outputs() {
            return Math.toIntExact(weight.shape().getFirst());
        }
    }

    /// `nn.Embedding`.
    ///
    /// @param table [vocabulary, outputs]
    record Embedding(String prefix, StoredTensor table) implements TorchModule {

        @Override
        public String kind() {
            return "Embedding";
        }

        @Override
        public int inputs() {
            return 0;
        }

        @Override
        public int outputs() {
            return Math.toIntExact(table.shape().getLast());
        }

        int vocabulary() {
            return Math.toIntExact(table.shape().getFirst());
        }
    }

    /// `nn.LayerNorm` over the last axis.
    ///
    /// @param weight [features]
    /// @param bias [features]
    record LayerNorm(String prefix, StoredTensor weight, StoredTensor bias) implements TorchModule {

        @Override
        public String kind() {
            return "LayerNorm";
        }

        @Override
        public int inputs() {
            return Math.toIntExact(weight.elements());
        }

        @Override
        public int outputs() {
            return inputs();
        }
    }
}
