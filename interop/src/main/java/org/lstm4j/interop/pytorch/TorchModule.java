package org.lstm4j.interop.pytorch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.network.FeatureScale;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;

/// A module of PyTorch that tensors of a state_dict can be, told from their names and shapes.
sealed interface TorchModule permits RecurrentModule, TorchModule.Linear, TorchModule.Embedding, TorchModule.LayerNorm,
        TorchModule.BatchNorm {

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

    /// `nn.BatchNorm1d` with the averages of its training, which it uses afterwards.
    ///
    /// @param weight [features], or null for 1
    /// @param bias [features], or null for 0
    /// @param mean [features]
    /// @param variance [features]
    record BatchNorm(String prefix, @Nullable StoredTensor weight, @Nullable StoredTensor bias, StoredTensor mean,
            StoredTensor variance) implements TorchModule {

        private static final List<String> PARTS = List.of("weight", "bias", "running_mean", "running_var",
                "num_batches_tracked");

        /// Whether tensors, by their names without the prefix, are those of one.
        static boolean isOne(Map<String, StoredTensor> parts) {
            return parts.containsKey("running_mean") && parts.containsKey("running_var")
                    && PARTS.containsAll(parts.keySet());
        }

        /// The module that tensors are.
        ///
        /// @throws org.lstm4j.ModelFileException when they are not of one length, or of one too large
        static BatchNorm of(String prefix, Map<String, StoredTensor> parts, FileFaults faults) {
            StoredTensor mean = parts.get("running_mean");
            StoredTensor variance = parts.get("running_var");
            if (mean == null || variance == null) {
                throw new IllegalStateException("the averages were there when the module was recognised");
            }
            List<Long> shape = mean.shape();
            boolean fits = shape.size() == 1 && shape.getFirst() >= 1
                    && shape.getFirst() <= FeatureScale.MOST_FEATURES;
            for (String part : PARTS.subList(0, 4)) {
                StoredTensor tensor = parts.get(part);
                fits &= tensor == null || tensor.shape().equals(shape);
            }
            if (!fits) {
                throw faults.unusable("the module " + Quoted.of(prefix) + " is a BatchNorm of another shape",
                        "1 to " + FeatureScale.MOST_FEATURES + " features in each tensor",
                        parts.values().stream().map(StoredTensor::shape).toList().toString(),
                        "bring the model by ONNX");
            }
            return new BatchNorm(prefix, parts.get("weight"), parts.get("bias"), mean, variance);
        }

        @Override
        public String kind() {
            return "BatchNorm1d";
        }

        @Override
        public int inputs() {
            return Math.toIntExact(mean.elements());
        }

        @Override
        public int outputs() {
            return inputs();
        }
    }
}
