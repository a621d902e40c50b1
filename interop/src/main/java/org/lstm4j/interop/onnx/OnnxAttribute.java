package org.lstm4j.interop.onnx;

import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;

/// The value of an AttributeProto.
sealed interface OnnxAttribute {

    record Real(float value) implements OnnxAttribute {}

    record Whole(long value) implements OnnxAttribute {}

    record Text(String value) implements OnnxAttribute {}

    record Numbers(List<Float> values) implements OnnxAttribute {
        public Numbers {
            values = List.copyOf(values);
        }
    }

    record Wholes(List<Long> values) implements OnnxAttribute {
        public Wholes {
            values = List.copyOf(values);
        }
    }

    record Texts(List<String> values) implements OnnxAttribute {
        public Texts {
            values = List.copyOf(values);
        }
    }

    record Constant(StoredTensor value) implements OnnxAttribute {}

    /// A graph that a node runs, such as the body of a loop; only to be written.
    record Body(GraphBuilder value) implements OnnxAttribute {}

    /// One of a kind that no node we know has: a graph, a type, a sparse tensor.
    record Other() implements OnnxAttribute {}
}
