package org.lstm4j.interop.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.interop.hdf5.HeaderMessage.Kind;
import org.lstm4j.interop.tensor.RawTensor;

/// Attributes of an object. Specification IV.A.2.m.
record AttributeReader(FileSpace space, GlobalHeaps heaps) {

    Map<String, Hdf5Attribute> read(ObjectHeader header) {
        header.only(Kind.ATTRIBUTE_INFO).ifPresent(AttributeReader::requireNoHeap);
        Map<String, Hdf5Attribute> attributes = new LinkedHashMap<>();
        for (FileBlock message : header.all(Kind.ATTRIBUTE)) {
            read(message, attributes);
        }
        return attributes;
    }

    /// Many attributes stand in a heap of their own kind.
    private static void requireNoHeap(FileBlock info) {
        info.requireVersion("an attribute info message", 0);
        int flags = info.uint8();
        info.skip((flags & 1) != 0 ? 2 : 0);
        if (info.address() != FileBlock.UNDEFINED) {
            throw info.refused("an object has its attributes in a fractal heap, which is not read",
                    "attributes in its header", "write the file with libver=\"earliest\"");
        }
    }

    private void read(FileBlock message, Map<String, Hdf5Attribute> attributes) {
        int version = message.uint8();
        if (version < 1 || version > 3) {
            throw message.damaged("an attribute has an unknown version", "1 to 3", version + "");
        }
        int flags = message.uint8();
        int nameLength = message.uint16();
        int typeLength = message.uint16();
        int spaceLength = message.uint16();
        message.skip(version == 3 ? 1 : 0); // the name's charset: UTF-8 reads both
        boolean padded = version == 1;
        String name = Texts.beforeZero(part(message, nameLength, padded).array(nameLength));
        FileBlock type = part(message, typeLength, padded);
        FileBlock shape = part(message, spaceLength, padded);
        Hdf5Attribute value = version > 1 && flags != 0
                ? new Hdf5Attribute.Other("of a named type")
                : value(Datatype.read(type), Dataspace.read(shape), message);
        if (attributes.put(name, value) != null) {
            throw message.damaged("an object has an attribute twice", "names that differ", name);
        }
    }

    private static FileBlock part(FileBlock message, int length, boolean padded) {
        FileBlock part = message.block(length);
        if (padded) {
            message.skip(Math.min(message.remaining(), -length & 7));
        }
        return part;
    }

    private Hdf5Attribute value(Datatype type, Dataspace shape, FileBlock data) {
        if (shape.elements() == 0) {
            return new Hdf5Attribute.Numbers(List.of());
        }
        if (type instanceof Datatype.Other(String name, _)) {
            return new Hdf5Attribute.Other(name);
        }
        if (type.size() == 0 || shape.elements() > data.remaining() / type.size()) {
            throw data.damaged("an attribute is larger than the message it is in",
                    "at most " + data.remaining() + " bytes", shape.elements() + " elements of " + type.size());
        }
        int elements = (int) shape.elements();
        return switch (type) {
            case Datatype.Numeric number -> numbers(number, elements, data);
            case Datatype.FixedText(long size) -> new Hdf5Attribute.Texts(texts(elements,
                    () -> Texts.beforeZero(data.array((int) size)).stripTrailing()));
            case Datatype.HeapText _ -> new Hdf5Attribute.Texts(texts(elements, () -> heaps.text(data)));
            case Datatype.Other _ -> throw new AssertionError();
        };
    }

    private Hdf5Attribute numbers(Datatype.Numeric number, int elements, FileBlock data) {
        if (number.type().name().matches("U16|U32|U64")) {
            return new Hdf5Attribute.Other("unsigned numbers");
        }
        RawTensor tensor = new RawTensor("attribute", number.type(), List.of((long) elements), space.source(),
                data.position(), number.order());
        List<Double> values = new ArrayList<>();
        for (double value : tensor.doubles()) {
            values.add(value);
        }
        return new Hdf5Attribute.Numbers(values);
    }

    private static List<String> texts(int count, java.util.function.Supplier<String> next) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            texts.add(next.get());
        }
        return texts;
    }

    /// Texts that end before their bytes do.
    private static final class Texts {

        static String beforeZero(byte[] bytes) {
            int length = 0;
            while (length < bytes.length && bytes[length] != 0) {
                length++;
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }
}
