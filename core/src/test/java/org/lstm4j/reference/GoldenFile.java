package org.lstm4j.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;

/// One of the files in `resources/golden`: PyTorch's or Keras' own numbers, in the safetensors format.
final class GoldenFile {

    private final String name;
    private final JsonObject header;
    private final ByteBuffer values;

    private GoldenFile(String name, JsonObject header, ByteBuffer values) {
        this.name = name;
        this.header = header;
        this.values = values;
    }

    /// @param name without folder and ending: `lstm_single_f64`
    static GoldenFile read(String name) {
        String path = "/golden/" + name + ".safetensors";
        try (InputStream stream = Objects.requireNonNull(GoldenFile.class.getResourceAsStream(path), path)) {
            ByteBuffer file = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[Math.toIntExact(file.getLong())];
            file.get(header);
            JsonValue parsed = Json.parse(new String(header, StandardCharsets.UTF_8));
            return new GoldenFile(name, parsed.asObject(), file.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /// The tensor's values in order; those of float32 tensors are exact, a float being a double.
    double[] flat(String tensor) {
        JsonObject entry = header.require(tensor).asObject();
        List<JsonValue> offsets = entry.require("data_offsets").asList();
        int from = offsets.get(0).asInt();
        ByteBuffer bytes = values.slice(from, offsets.get(1).asInt() - from).order(ByteOrder.LITTLE_ENDIAN);
        return switch (entry.require("dtype").asText()) {
            case "F64" -> {
                double[] flat = new double[bytes.capacity() / Double.BYTES];
                bytes.asDoubleBuffer().get(flat);
                yield flat;
            }
            case "F32" -> {
                double[] flat = new double[bytes.capacity() / Float.BYTES];
                for (int index = 0; index < flat.length; index++) {
                    flat[index] = bytes.getFloat(index * Float.BYTES);
                }
                yield flat;
            }
            case "I64" -> {
                double[] flat = new double[bytes.capacity() / Long.BYTES];
                for (int index = 0; index < flat.length; index++) {
                    flat[index] = bytes.getLong(index * Long.BYTES);
                }
                yield flat;
            }
            default -> throw new IllegalArgumentException(name + ": " + tensor + " is none of F64, F32 and I64");
        };
    }

    /// Whether the file has a tensor of that name.
    boolean has(String tensor) {
        return header.members().containsKey(tensor);
    }

    /// A tensor of two axes.
    double[][] matrix(String tensor) {
        int[] shape = shape(tensor, 2);
        return cube(flat(tensor), 1, shape[0], shape[1])[0];
    }

    /// A tensor of three axes.
    double[][][] cube(String tensor) {
        int[] shape = shape(tensor, 3);
        return cube(flat(tensor), shape[0], shape[1], shape[2]);
    }

    /// A tensor of three axes, with the first two exchanged: [T, B, F] in the file, [B, T, F] here.
    double[][][] batchFirst(String tensor) {
        double[][][] stepsFirst = cube(tensor);
        double[][][] batchFirst = new double[stepsFirst[0].length][stepsFirst.length][];
        for (int step = 0; step < stepsFirst.length; step++) {
            for (int sample = 0; sample < batchFirst.length; sample++) {
                batchFirst[sample][step] = stepsFirst[step][sample];
            }
        }
        return batchFirst;
    }

    private int[] shape(String tensor, int axes) {
        int[] shape = header.require(tensor).asObject().require("shape").asList().stream()
                .mapToInt(JsonValue::asInt)
                .toArray();
        if (shape.length != axes) {
            throw new IllegalArgumentException(name + ": " + tensor + " has " + shape.length + " axes, not " + axes);
        }
        return shape;
    }

    private static double[][][] cube(double[] flat, int first, int second, int third) {
        double[][][] cube = new double[first][second][third];
        for (int index = 0; index < flat.length; index++) {
            cube[index / (second * third)][index / third % second][index % third] = flat[index];
        }
        return cube;
    }
}
