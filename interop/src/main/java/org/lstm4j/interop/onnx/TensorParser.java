package org.lstm4j.interop.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.protobuf.ProtobufMessage;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// Finds the numbers of a TensorProto: its raw bytes, a list, or a file beside the model.
///
/// | message | fields used |
/// |---|---|
/// | TensorProto | dims 1, data_type 2, float_data 4, int32_data 5, int64_data 7, name 8, raw_data 9, double_data 10, external_data 13, |
/// | | data_location 14 |
/// | StringStringEntryProto | key 1, value 2 |
final class TensorParser {

    private static final int MOST_AXES = 32;

    private final Allowance allowance;
    private final ExternalData external;

    TensorParser(Allowance allowance, ExternalData external) {
        this.allowance = allowance;
        this.external = external;
    }

    StoredTensor parse(ProtobufMessage tensor) {
        allowance.take(Allowance.TENSOR);
        Fields fields = new Fields();
        while (tensor.next()) {
            read(tensor, fields);
        }
        TensorType type = ElementTypes.of(fields.type);
        if (type == null) {
            throw tensor.source().faults().unusable(
                    "tensor " + Quoted.of(fields.name) + " has elements of another kind",
                    "plain numbers", "element type " + fields.type, "convert it to float32 before");
        }
        if (fields.beside) {
            return external.tensor(fields.name, type, fields.shape, fields.place);
        }
        if (fields.rawStart >= 0) {
            return raw(tensor, fields, type);
        }
        return new ListedTensor(fields.name, type, fields.shape, fields.numbers(type), tensor.source().faults());
    }

    private void read(ProtobufMessage tensor, Fields fields) {
        switch (tensor.field()) {
            case 1 -> tensor.int64s(size -> {
                allowance.take(Allowance.NUMBER);
                if (fields.shape.size() == MOST_AXES) {
                    throw tensor.damaged("a tensor has more axes than any", "at most " + MOST_AXES, "more");
                }
                fields.shape.add(size);
            });
            case 2 -> fields.type = tensor.int64();
            case 4 -> tensor.float32s(fields::add);
            case 5 -> tensor.int64s(fields::add);
            case 7 -> tensor.int64s(fields::add);
            case 8 -> fields.name = tensor.text();
            case 9 -> {
                fields.rawStart = tensor.start();
                fields.rawLength = tensor.length();
            }
            case 10 -> tensor.float64s(fields::add);
            case 13 -> readPlace(tensor.message(), fields);
            case 14 -> fields.beside = tensor.int64() == 1;
            default -> {
            } // of kinds that the data type rules out
        }
    }

    private void readPlace(ProtobufMessage entry, Fields fields) {
        String key = "";
        String value = "";
        allowance.take(Allowance.NAME);
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> key = entry.text();
                case 2 -> value = entry.text();
                default -> {
                }
            }
        }
        fields.place.put(key, value);
    }

    private static StoredTensor raw(ProtobufMessage tensor, Fields fields, TensorType type) {
        RawTensor raw = new RawTensor(fields.name, type, fields.shape, tensor.source(), fields.rawStart);
        if (raw.elements() * (type.bits() / Byte.SIZE) != fields.rawLength) {
            throw tensor.source().faults().damagedAt(fields.rawStart,
                    "tensor " + Quoted.of(fields.name) + " has bytes for another shape", type + " " + fields.shape,
                    fields.rawLength + " bytes");
        }
        return raw;
    }

    /// What was read of a tensor so far.
    private static final class Fields {

        private final List<Long> shape = new ArrayList<>();
        private final Map<String, String> place = new LinkedHashMap<>();
        private String name = "";
        private long type;
        private long rawStart = -1;
        private long rawLength;
        private boolean beside;
        private double[] numbers = new double[8];
        private int count;

        void add(double number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        /// The list of int32 holds the bits of 16-bit floats too.
        double[] numbers(TensorType type) {
            double[] all = Arrays.copyOf(numbers, count);
            for (int index = 0; index < count; index++) {
                all[index] = switch (type) {
                    case F16 -> Float.float16ToFloat((short) all[index]);
                    case BF16 -> Float.intBitsToFloat((int) all[index] << Short.SIZE);
                    default -> all[index];
                };
            }
            return all;
        }
    }
}
