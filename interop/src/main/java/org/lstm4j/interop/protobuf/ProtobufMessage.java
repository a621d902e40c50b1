package org.lstm4j.interop.protobuf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;

/// Reads the fields of one message, one after the other.
///
/// {@snippet :
/// ProtobufMessage message = ProtobufMessage.of(source);
/// while (message.next()) {
///     switch (message.field()) {
///         case 1 -> version = message.int64();
///         case 7 -> readGraph(message.message());
///         default -> { } // unknown: passed over
///     }
/// }
/// }
///
/// Each value has to be read in the encoding it has, or not at all. Nothing is allocated before the bytes for it are known to be there;
/// messages are nested at most 64 deep, and a variable-length integer has at most 10 bytes. Mutable; not thread-safe.
/// Source: Protocol Buffers documentation, Encoding.
public final class ProtobufMessage {

    private static final int DEEPEST = 64;
    private static final int LONGEST_VARINT = 10;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int TYPE_BITS = 3;
    private static final long MOST_FIELDS = (1 << 29) - 1;

    private final BufferedBytes bytes;
    private final long end;
    private final int depth;
    private long at;
    private long keyAt;
    private int field;
    private WireType type = WireType.VARINT;
    /// Where the value begins, and what comes after it.
    private long value;
    private long valueEnd;

    private ProtobufMessage(BufferedBytes bytes, long from, long end, int depth) {
        this.bytes = bytes;
        this.end = end;
        this.depth = depth;
        at = from;
    }

    /// The message that all bytes of the source are.
    public static ProtobufMessage of(ByteSource source) {
        return new ProtobufMessage(new BufferedBytes(source), 0, source.size(), 1);
    }

    /// Goes to the next field.
    ///
    /// @return whether there is one
    /// @throws ModelFileException when the bytes are no field
    public boolean next() {
        if (at >= end) {
            return false;
        }
        keyAt = at;
        long key = varint();
        field = field(key >>> TYPE_BITS);
        type = type((int) key & ((1 << TYPE_BITS) - 1));
        switch (type) {
            case VARINT -> {
                value = at;
                varint();
            }
            case FIXED_64 -> take(Long.BYTES);
            case FIXED_32 -> take(Integer.BYTES);
            case LENGTH -> take(varint());
        }
        valueEnd = at;
        return true;
    }

    /// The number of the field.
    public int field() {
        return field;
    }

    public WireType type() {
        return type;
    }

    /// Where the field begins, from the start of the source.
    public long position() {
        return keyAt;
    }

    /// The bytes that the message is in.
    public ByteSource source() {
        return bytes.source();
    }

    public long int64() {
        require(WireType.VARINT);
        return decode(value, valueEnd);
    }

    public float float32() {
        require(WireType.FIXED_32);
        return Float.intBitsToFloat(bytes.intAt(value));
    }

    public double float64() {
        require(WireType.FIXED_64);
        return Double.longBitsToDouble(bytes.longAt(value));
    }

    /// @throws ModelFileException when it is no UTF-8, or longer than a MB
    public String text() {
        require(WireType.LENGTH);
        if (length() > LONGEST_TEXT) {
            throw damaged("a text is too long", "at most " + LONGEST_TEXT + " bytes", length() + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.source().bytes(value, (int) length()))).toString();
        } catch (CharacterCodingException _) {
            throw damaged("a text is no UTF-8", "", "");
        }
    }

    /// The message that the field holds.
    ///
    /// @throws ModelFileException when it would be nested too deep
    public ProtobufMessage message() {
        require(WireType.LENGTH);
        if (depth == DEEPEST) {
            throw damaged("messages are nested too deep", "at most " + DEEPEST, "more");
        }
        return new ProtobufMessage(bytes, value, valueEnd, depth + 1);
    }

    /// Where the bytes of the field begin that comes with a length.
    public long start() {
        require(WireType.LENGTH);
        return value;
    }

    /// How many bytes the field has that comes with a length.
    public long length() {
        require(WireType.LENGTH);
        return valueEnd - value;
    }

    /// Gives the integers of a repeated field, packed into one or not.
    public void int64s(LongTaker taker) {
        if (type == WireType.VARINT) {
            taker.take(int64());
            return;
        }
        require(WireType.LENGTH);
        ProtobufMessage packed = new ProtobufMessage(bytes, value, valueEnd, depth);
        while (packed.at < packed.end) {
            packed.keyAt = packed.at;
            taker.take(packed.varint());
        }
    }

    /// Gives the numbers of a repeated field, packed into one or not.
    public void float32s(FloatTaker taker) {
        if (type == WireType.FIXED_32) {
            taker.take(float32());
            return;
        }
        requirePacked(Float.BYTES);
        for (long place = value; place < valueEnd; place += Float.BYTES) {
            taker.take(Float.intBitsToFloat(bytes.intAt(place)));
        }
    }

    /// Gives the numbers of a repeated field, packed into one or not.
    public void float64s(DoubleTaker taker) {
        if (type == WireType.FIXED_64) {
            taker.take(float64());
            return;
        }
        requirePacked(Double.BYTES);
        for (long place = value; place < valueEnd; place += Double.BYTES) {
            taker.take(Double.longBitsToDouble(bytes.longAt(place)));
        }
    }

    /// The bytes of the field are not what such a field has.
    public ModelFileException damaged(String what, String expected, String received) {
        return bytes.source().faults().damagedAt(keyAt, what + " (field " + field + ")", expected, received);
    }

    private void requirePacked(int size) {
        require(WireType.LENGTH);
        if (length() % size != 0) {
            throw damaged("the last number of a list is cut off", "a multiple of " + size + " bytes",
                    length() + " bytes");
        }
    }

    private void require(WireType expected) {
        if (type != expected) {
            throw damaged("a field has another encoding", expected.name(), type.name());
        }
    }

    private int field(long number) {
        if (number < 1 || number > MOST_FIELDS) {
            throw bytes.source().faults().damagedAt(keyAt, "a field has an impossible number",
                    "1 to " + MOST_FIELDS, Long.toUnsignedString(number));
        }
        return (int) number;
    }

    private WireType type(int code) {
        WireType known = WireType.of(code);
        if (known == null) {
            throw bytes.source().faults().damagedAt(keyAt, "a field has an unknown encoding",
                    "wire type 0, 1, 2 or 5", "wire type " + code);
        }
        return known;
    }

    private void take(long length) {
        if (length < 0 || length > end - at) {
            throw damaged("a field is longer than the message it is in", (end - at) + " bytes at most",
                    Long.toUnsignedString(length) + " bytes");
        }
        value = at;
        at += length;
    }

    private long varint() {
        long from = at;
        while (at < end && at - from < LONGEST_VARINT) {
            if ((bytes.byteAt(at++) & 0x80) == 0) {
                return decode(from, at);
            }
        }
        throw bytes.source().faults().damagedAt(from, "an integer does not end",
                "at most " + LONGEST_VARINT + " bytes within the message", (at - from) + " bytes");
    }

    private long decode(long from, long to) {
        long number = 0;
        for (long place = from; place < to; place++) {
            number |= (bytes.byteAt(place) & 0x7fL) << (7 * (place - from));
        }
        return number;
    }

    /// Takes integers one by one.
    @FunctionalInterface
    public interface LongTaker {
        void take(long number);
    }

    /// Takes numbers one by one.
    @FunctionalInterface
    public interface FloatTaker {
        void take(float number);
    }

    /// Takes numbers one by one.
    @FunctionalInterface
    public interface DoubleTaker {
        void take(double number);
    }
}
