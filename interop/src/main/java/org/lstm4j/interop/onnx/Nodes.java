package org.lstm4j.interop.onnx;

import java.util.List;

/// The rules for all kinds of nodes that are known.
final class Nodes {

    private Nodes() {}

    /// What the outputs of a node are, in their order; those at the end may be left out.
    static List<Value> read(NodeReading node) {
        return switch (node.operator()) {
            case "LSTM", "GRU", "RNN" -> RecurrentNodes.read(node);
            case "Split" -> ChoiceNodes.split(node);
            case "Dropout" -> List.of(PlainNodes.dropout(node));
            default -> List.of(one(node));
        };
    }

    private static Value one(NodeReading node) {
        return switch (node.operator()) {
            case "Identity" -> node.value(0);
            case "Cast" -> PlainNodes.cast(node);
            case "Constant" -> PlainNodes.constant(node);
            case "Shape" -> SizeNodes.shape(node);
            case "ConstantOfShape" -> SizeNodes.constantOfShape(node);
            case "Expand", "Tile" -> SizeNodes.repeat(node);
            case "Transpose" -> LayoutNodes.transpose(node);
            case "Squeeze" -> LayoutNodes.squeeze(node);
            case "Unsqueeze" -> LayoutNodes.unsqueeze(node);
            case "Reshape" -> ReshapeNodes.reshape(node);
            case "Flatten" -> ReshapeNodes.flatten(node);
            case "Slice" -> ChoiceNodes.slice(node);
            case "Gather" -> ChoiceNodes.gather(node);
            case "Concat" -> JoinNodes.concat(node);
            case "Gemm" -> DenseNodes.gemm(node);
            case "MatMul" -> DenseNodes.matMul(node);
            case "BatchNormalization" -> BatchNormalizationNodes.read(node);
            case "LayerNormalization" -> NormalizationNodes.layerNormalization(node);
            case "Softmax", "LogSoftmax" -> ActivationNodes.softmax(node);
            case "Clip" -> ActivationNodes.clip(node);
            case "Relu", "Tanh", "Sigmoid", "HardSigmoid", "Softsign", "Softplus", "Elu", "Selu", "LeakyRelu", "Exp",
                    "Gelu", "Mish", "HardSwish" ->
                ActivationNodes.activation(node);
            case "Add", "Sub", "Mul", "Div", "Pow" -> ArithmeticNodes.read(node);
            case "Abs", "Erf", "Sqrt" -> FormulaNodes.ofOne(node);
            case "ReduceMean", "ReduceSum", "ReduceProd", "ReduceMax" -> FormulaNodes.reduce(node);
            case "Scan", "Loop" -> throw node.refuse(
                    "it is a loop over steps of nodes of its own, which is not read back as a layer",
                    "LSTM, GRU and RNN nodes", node.operator(),
                    "take the model that it was written from, or export each layer as one node");
            default ->
                throw node.refuse("no layer of ours does this", "recurrent, dense and a few other layers in a row",
                        node.operator(), "leave it out of the model, or compute it outside");
        };
    }
}
