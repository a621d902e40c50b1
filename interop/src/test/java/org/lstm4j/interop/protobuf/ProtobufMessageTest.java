package org.lstm4j.interop.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.ModelFileException;
import org.lstm4j.model.ByteSource;
import org.lstm4j.protobuf.ProtobufWriter;

final class ProtobufMessageTest {

    @Test
    void readsWhatIsWritten() {
        ProtobufMessage message = of(new ProtobufWriter().int64(1, -2).text(2, "größer").float32(3, 0.5f)
                .float64(4, 0.1).message(5, new ProtobufWriter().int64(1, 150)).int64s(6, 1, 300, -1)
                .float32s(7, 1f, -2f).float64s(8, new double[]{3}));
        List<Object> read = new ArrayList<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> read.add(message.int64());
                case 2 -> read.add(message.text());
                case 3 -> read.add(message.float32());
                case 4 -> read.add(message.float64());
                case 5 -> {
                    ProtobufMessage inner = message.message();
                    assertThat(inner.next()).isTrue();
                    read.add(inner.int64());
                    assertThat(inner.next()).isFalse();
                }
                case 6 -> message.int64s(read::add);
                case 7 -> message.float32s(read::add);
                default -> message.float64s(read::add);
            }
        }
        assertThat(read).containsExactly(-2L, "größer", 0.5f, 0.1, 150L, 1L, 300L, -1L, 1f, -2f, 3.0);
    }

    @Test
    void readsRepeatedNumbersThatAreNotPacked() {
        ProtobufMessage message = of(new ProtobufWriter().int64(1, 7).int64(1, 8));
        List<Long> read = new ArrayList<>();
        while (message.next()) {
            message.int64s(read::add);
        }
        assertThat(read).containsExactly(7L, 8L);
    }

    @Test
    void passesOverFieldsThatNobodyReads() {
        ProtobufMessage message = of(new ProtobufWriter().text(9, "x".repeat(20_000)).int64(1, 5));
        assertThat(message.next()).isTrue();
        assertThat(message.next()).isTrue();
        assertThat(message.position()).isEqualTo(20_004);
        assertThat(message.int64()).isEqualTo(5);
    }

    @Test
    void refusesGroups() {
        assertDamaged(new byte[]{0x0b, 0x0c}, "wire type 3");
    }

    @Test
    void refusesIntegersThatDoNotEnd() {
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) 0xff);
        endless[0] = 0x08;
        assertDamaged(endless, "an integer does not end");
        assertDamaged(new byte[]{0x08, (byte) 0x80}, "an integer does not end");
    }

    @Test
    void refusesFieldsThatAreCutOff() {
        assertDamaged(new byte[]{0x0a, 0x05, 0x00}, "at byte 0: a field is longer than the message it is in");
        assertDamaged(new byte[]{0x0d, 0x00}, "longer than the message");
        assertDamaged(new byte[]{0x09, 0x00}, "longer than the message");
    }

    @Test
    void refusesFieldZero() {
        assertDamaged(new byte[]{0x00, 0x00}, "impossible number");
    }

    @Test
    void refusesAnotherEncodingAndBadText() {
        ProtobufMessage number = of(new ProtobufWriter().int64(1, 1));
        number.next();
        assertThatThrownBy(number::text).isInstanceOf(ModelFileException.class).hasMessageContaining("VARINT");
        ProtobufMessage text = of(new ProtobufWriter().bytes(1, new byte[]{(byte) 0xff}));
        text.next();
        assertThatThrownBy(text::text).isInstanceOf(ModelFileException.class).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> text.float32s(_ -> {})).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void refusesMessagesNestedTooDeep() {
        ProtobufWriter deep = new ProtobufWriter();
        for (int depth = 0; depth < 100; depth++) {
            deep = new ProtobufWriter().message(1, deep);
        }
        ProtobufMessage message = of(deep);
        assertThatThrownBy(() -> descend(message)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("nested too deep");
    }

    private static void descend(ProtobufMessage outermost) {
        ProtobufMessage message = outermost;
        while (message.next()) {
            message = message.message();
        }
    }

    private static ProtobufMessage of(ProtobufWriter writer) {
        return ProtobufMessage.of(ByteSource.of("message", writer.toBytes()));
    }

    private static void assertDamaged(byte[] bytes, String message) {
        assertThatThrownBy(() -> {
            ProtobufMessage damaged = ProtobufMessage.of(ByteSource.of("message", bytes));
            while (damaged.next()) {
                // reads on
            }
        }).isInstanceOf(ModelFileException.class).hasMessageContaining(message);
    }
}
