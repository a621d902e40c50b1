package org.lstm4j.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.lstm4j.DataException;
import org.lstm4j.Problem;
import org.lstm4j.nn.recurrent.RecurrentState;

/// Where a [PredictionStream] is: hidden and cell state of every recurrent layer, for every sequence. Small: 8 bytes a unit.
///
/// As bytes, all little-endian: `L4S2`, the number of layers (int32), for each layer sequences, numbers of a hidden state and of a
/// cell state (int32 each), hidden states and cell states (float32, a row a sequence), and the CRC-32C of all that (int32).
///
/// @param layers the states of the recurrent layers, in order; copied in, and shared with the reader
public record StreamState(List<RecurrentState> layers) {

    private static final int MAGIC = 0x3253344c; // L4S2
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int LAYER_HEADER = 3 * Integer.BYTES;

    public StreamState {
        layers = layers.stream().map(RecurrentState::copy).toList();
    }

    /// For a file, a message or a database; read by [#fromBytes].
    public byte[] toBytes() {
        int size = HEADER + Integer.BYTES;
        for (RecurrentState layer : layers) {
            size += LAYER_HEADER + Float.BYTES * (layer.hidden().data().length + layer.cell().data().length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(layers.size());
        for (RecurrentState layer : layers) {
            bytes.putInt(layer.hidden().batch()).putInt(layer.hidden().shape().last())
                    .putInt(layer.cell().shape().last());
            putAll(bytes, layer.hidden().data());
            putAll(bytes, layer.cell().data());
        }
        return bytes.putInt(checksum(bytes.array(), bytes.position())).array();
    }

    /// Reads what [#toBytes] wrote.
    ///
    /// @throws DataException when the bytes are no such state, were cut off or changed
    public static StreamState fromBytes(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (end < HEADER || buffer.getInt() != MAGIC) {
            throw damaged("it does not begin as one", bytes.length);
        }
        if (buffer.getInt(end) != checksum(bytes, end)) {
            throw damaged("its checksum is wrong", bytes.length);
        }
        buffer.limit(end);
        int count = buffer.getInt();
        List<RecurrentState> layers = new ArrayList<>();
        for (int layer = 0; layer < count; layer++) {
            layers.add(readLayer(buffer));
        }
        if (count < 0 || buffer.hasRemaining()) {
            throw damaged("its sizes contradict each other", bytes.length);
        }
        return new StreamState(layers);
    }

    private static RecurrentState readLayer(ByteBuffer buffer) {
        if (buffer.remaining() < LAYER_HEADER) {
            throw damaged("its sizes contradict each other", buffer.capacity());
        }
        long sequences = buffer.getInt();
        long outputs = buffer.getInt();
        long units = buffer.getInt();
        // before anything is allocated
        boolean negative = sequences < 0 || outputs < 0 || units < 0;
        long most = buffer.remaining() / Float.BYTES;
        if (negative || outputs > most || units > most || sequences * (outputs + units) > most) {
            throw damaged("its sizes contradict each other", buffer.capacity());
        }
        RecurrentState state = RecurrentState.zeros((int) sequences, (int) outputs, (int) units);
        getAll(buffer, state.hidden().data());
        getAll(buffer, state.cell().data());
        return state;
    }

    private static void putAll(ByteBuffer bytes, float[] values) {
        for (float value : values) {
            bytes.putFloat(value);
        }
    }

    private static void getAll(ByteBuffer bytes, float[] values) {
        for (int index = 0; index < values.length; index++) {
            values[index] = bytes.getFloat();
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static DataException damaged(String how, int length) {
        return new DataException(new Problem("these bytes are no stream state: " + how, "what StreamState.toBytes gave",
                length + " bytes", "begin the stream anew, or restore an earlier state"));
    }
}
