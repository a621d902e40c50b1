package org.lstm4j.campaigns.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes the instructions of a pickle. Source: the comments of Python's `pickletools`.
final class PickleProgram {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PickleProgram() {
        add(0x80, 2);
    }

    PickleProgram add(int... instructions) {
        for (int instruction : instructions) {
            bytes.write(instruction);
        }
        return this;
    }

    PickleProgram repeated(int times, int... instructions) {
        for (int time = 0; time < times; time++) {
            add(instructions);
        }
        return this;
    }

    PickleProgram text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        add('X').number(letters.length, Integer.BYTES);
        bytes.writeBytes(letters);
        return this;
    }

    PickleProgram global(String module, String name) {
        bytes.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PickleProgram number(long number, int length) {
        ByteBuffer little = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number);
        bytes.write(little.array(), 0, length);
        return this;
    }

    private PickleProgram whole(long number) {
        return add(0x8a, Long.BYTES).number(number, Long.BYTES);
    }

    /// A tuple of whole numbers.
    private PickleProgram tuple(long... numbers) {
        add('(');
        for (long number : numbers) {
            whole(number);
        }
        return add('t');
    }

    /// A tensor over one of the storages, as `torch._utils._rebuild_tensor_v2` has it.
    ///
    /// @param elements that the storage claims to have
    /// @param shape and strides, in elements
    PickleProgram tensor(String storage, long elements, long offset, long[] shape, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").add('(', '(').text("storage").global("torch", "FloatStorage");
        text(storage).text("cpu").whole(elements).add('t', 'Q').whole(offset).tuple(shape).tuple(strides);
        return add(0x89).global("collections", "OrderedDict").add(')', 'R', 't', 'R');
    }

    byte[] bytes() {
        add('.');
        return bytes.toByteArray();
    }
}
