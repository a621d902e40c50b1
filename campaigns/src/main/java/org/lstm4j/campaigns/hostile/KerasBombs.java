package org.lstm4j.campaigns.hostile;

import java.nio.charset.StandardCharsets;
import org.lstm4j.campaigns.SoundFiles;

/// Keras archives whose configuration asks for too much.
record KerasBombs(SoundFiles sound) {

    private static final String INPUT = layer("InputLayer", "\"batch_shape\":[null,4,2]");

    void addTo(HostileFolder folder) {
        for (String units : new String[]{"2147483647", "9223372036854775807", "-1", "0", "1e18", "1e999", "2.5",
            "9".repeat(100_000)}) {
            String some = units.substring(0, Math.min(20, units.length()));
            add(folder, "a dense layer of " + some + " units", sequential(INPUT, dense(units)));
            add(folder, "an LSTM of " + some + " units", sequential(INPUT, layer("LSTM", "\"units\":" + units
                    + ",\"activation\":\"tanh\",\"recurrent_activation\":\"sigmoid\",\"use_bias\":true")));
            add(folder, "an embedding of " + some + " words", sequential(INPUT, layer("Embedding", "\"input_dim\":"
                    + units + ",\"output_dim\":" + units)));
            add(folder, "inputs of " + some, sequential(layer("InputLayer", "\"batch_shape\":[null," + units + ","
                    + units + "]"), dense("3")));
        }
        add(folder, "twenty thousand layers", sequential(INPUT, (dense("2") + ",").repeat(20_000) + dense("2")));
        add(folder, "twenty thousand dropouts", sequential(INPUT, (layer("Dropout", "\"rate\":0.5") + ",").repeat(
                20_000) + dense("2")));
        addNested(folder);
        for (int depth : new int[]{100, 1500}) {
            add(folder, depth + " sums of a sum and itself", sums(depth));
        }
        add(folder, "brackets a million deep", "[".repeat(1_000_000));
        add(folder, "a name of ten million letters", "{\"class_name\":\"" + "a".repeat(10_000_000) + "\"}");
        add(folder, "a shape of a million sizes", sequential(layer("InputLayer", "\"batch_shape\":[" + "1,".repeat(
                1_000_000) + "1]"), dense("3")));
        add(folder, "a lambda", sequential(INPUT, layer("Lambda", "\"function\":\"os.system\"")));
    }

    private void addNested(HostileFolder folder) {
        for (int depth : new int[]{100, 5_000, 100_000}) {
            add(folder, "layers wrapped " + depth + " times", "{\"class_name\":\"Sequential\",\"config\":{\"layers\":["
                    + "{\"class_name\":\"TimeDistributed\",\"config\":{\"name\":\"a\",\"layer\":".repeat(depth)
                    + dense("2") + "}}".repeat(depth) + "]}}");
            add(folder, "models in models " + depth + " times",
                    "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"a\",\"layers\":[".repeat(depth) + dense("2")
                            + "]}}".repeat(depth));
        }
    }

    /// A Functional model of two to the power of so many ways from its input to its output.
    private static String sums(int depth) {
        StringBuilder layers = new StringBuilder(
                "{\"class_name\":\"InputLayer\",\"name\":\"l0\",\"config\":{\"name\":\"l0\","
                        + "\"batch_shape\":[null,4,2]},\"inbound_nodes\":[]}");
        for (int layer = 1; layer <= depth; layer++) {
            String tensor = "{\"class_name\":\"__keras_tensor__\",\"config\":{\"shape\":[null,4,2],\"dtype\":\"float32\","
                    + "\"keras_history\":[\"l" + (layer - 1) + "\",0,0]}}";
            layers.append(",{\"class_name\":\"Add\",\"name\":\"l").append(layer).append("\",\"config\":{\"name\":\"l")
                    .append(layer).append("\"},\"inbound_nodes\":[{\"args\":[[").append(tensor).append(',')
                    .append(tensor)
                    .append("]],\"kwargs\":{}}]}");
        }
        return "{\"class_name\":\"Functional\",\"config\":{\"name\":\"m\",\"layers\":[" + layers
                + "],\"input_layers\":[\"l0\",0,0],\"output_layers\":[\"l" + depth + "\",0,0]}}";
    }

    private static String sequential(String... layers) {
        return "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"m\",\"layers\":[" + String.join(",", layers)
                + "]}}";
    }

    private static String dense(String units) {
        return layer("Dense", "\"units\":" + units + ",\"activation\":\"linear\",\"use_bias\":true");
    }

    private static String layer(String kind, String settings) {
        return "{\"class_name\":\"" + kind + "\",\"config\":{\"name\":\"" + kind + "\"," + settings + "}}";
    }

    private void add(HostileFolder folder, String trick, String configuration) {
        folder.add("keras", trick, new RawZip()
                .with("config.json", configuration.getBytes(StandardCharsets.UTF_8))
                .with("model.weights.h5", sound.member("keras/simple_rnn.keras", "model.weights.h5"))
                .bytes());
    }
}
