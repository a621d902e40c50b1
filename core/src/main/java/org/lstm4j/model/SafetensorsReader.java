package org.lstm4j.model;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/// Reads safetensors files: 8 bytes length, a JSON header of that length, then the tensors' bytes, all little-endian.
///
/// {@snippet :
/// try (SafetensorsReader reader = SafetensorsReader.open(Path.of("weights.safetensors"))) {
///     float[] bias = reader.floats("fc.bias");
/// }
/// }
///
/// Every size is checked against the length of the file before anything of that size is allocated; a header may take up to
/// 100 MB and an eighth of the heap. Leading and trailing white space around the header's JSON is accepted, as in the reference
/// implementation. Not thread-safe. Source: the format's description, github.com/huggingface/safetensors.
public final class SafetensorsReader implements Closeable {

    private static final long MAX_HEADER = 100_000_000;
    private static final int HEAP_SHARE = 8;
    private static final int BLOCK = 1 << 16;

    private final ByteSource source;
    private final FileFaults faults;
    private final SafetensorsHeader header;
    private final long dataStart;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    private SafetensorsReader(ByteSource source) {
        this.source = source;
        this.faults = source.faults();
        long length = source.size();
        int headerLength = headerLength(length);
        byte[] json = source.bytes(Long.BYTES, headerLength);
        dataStart = Long.BYTES + (long) headerLength;
        header = parse(json);
        if (header.dataBytes() != length - dataStart) {
            throw faults.damaged("the header and the length of the file do not agree",
                    header.dataBytes() + " bytes of tensors", (length - dataStart) + " bytes after the header");
        }
    }

    /// Opens a file and reads its header.
    ///
    /// @throws org.lstm4j.ModelFileException when it is not a valid safetensors file
    /// @throws org.lstm4j.StorageException when it does not exist or cannot be read
    public static SafetensorsReader open(Path file) {
        return open(ByteSource.open(file));
    }

    /// Reads the header of bytes, which are closed with the reader, or when they have none.
    ///
    /// @throws org.lstm4j.ModelFileException when they are not a valid safetensors file
    public static SafetensorsReader open(ByteSource source) {
        try {
            return new SafetensorsReader(source);
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /// Text by name, and what tensors there are.
    public SafetensorsHeader header() {
        return header;
    }

    /// The elements of an F32 tensor.
    ///
    /// @throws org.lstm4j.ModelFileException when there is no F32 tensor of that name
    public float[] floats(String name) {
        TensorEntry tensor = require(name, TensorType.F32);
        float[] values = new float[arrayLength(tensor)];
        read(tensor, values);
        return values;
    }

    /// The elements of an F64 tensor.
    ///
    /// @throws org.lstm4j.ModelFileException when there is no F64 tensor of that name
    public double[] doubles(String name) {
        TensorEntry tensor = require(name, TensorType.F64);
        double[] values = new double[arrayLength(tensor)];
        blocks(tensor, (bytes, offset) -> bytes.asDoubleBuffer().get(values, (int) (offset / Double.BYTES),
                bytes.remaining() / Double.BYTES));
        return values;
    }

    /// The elements of an I64 tensor.
    ///
    /// @throws org.lstm4j.ModelFileException when there is no I64 tensor of that name
    public long[] longs(String name) {
        TensorEntry tensor = require(name, TensorType.I64);
        long[] values = new long[arrayLength(tensor)];
        blocks(tensor, (bytes, offset) -> bytes.asLongBuffer().get(values, (int) (offset / Long.BYTES),
                bytes.remaining() / Long.BYTES));
        return values;
    }

    /// The elements of a U8 tensor.
    ///
    /// @throws org.lstm4j.ModelFileException when there is no U8 tensor of that name
    public byte[] bytes(String name) {
        TensorEntry tensor = require(name, TensorType.U8);
        byte[] values = new byte[arrayLength(tensor)];
        blocks(tensor, (bytes, offset) -> bytes.get(values, (int) offset, bytes.remaining()));
        return values;
    }

    /// Where the data of a tensor begins in the file.
    public long position(TensorEntry tensor) {
        return dataStart + tensor.begin();
    }

    @Override
    public void close() {
        source.close();
    }

    /// Fills an array that has room for exactly the elements of an F32 tensor.
    void read(TensorEntry tensor, float[] values) {
        blocks(tensor, (bytes, offset) -> bytes.asFloatBuffer().get(values, (int) (offset / Float.BYTES),
                bytes.remaining() / Float.BYTES));
    }

    /// The SHA-256 of every byte of the file before a tensor's data.
    byte[] sha256Before(TensorEntry tensor) {
        MessageDigest digest = Sha256.start();
        blocks(0, dataStart + tensor.begin(), (bytes, _) -> digest.update(bytes));
        return digest.digest();
    }

    FileFaults faults() {
        return faults;
    }

    private int headerLength(long fileLength) {
        if (fileLength < Long.BYTES) {
            throw faults.damaged("not a model file", "at least " + Long.BYTES + " bytes", fileLength + " bytes");
        }
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        source.read(0, start);
        long length = start.getLong(0);
        if (length < 2 || length > fileLength - Long.BYTES || length > MAX_HEADER) {
            throw faults.damaged("not a model file, or a damaged one",
                    "a header of at most " + Math.min(fileLength - Long.BYTES, MAX_HEADER) + " bytes",
                    "the length " + Long.toUnsignedString(length) + " (the file begins with "
                            + Quoted.of(new String(start.array(), StandardCharsets.ISO_8859_1)) + ")");
        }
        long heapLimit = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        if (length > heapLimit) {
            throw faults.unusable("the header does not fit into memory", "at most " + heapLimit + " bytes",
                    length + " bytes", "give Java more memory with -Xmx");
        }
        return (int) length;
    }

    private SafetensorsHeader parse(byte[] json) {
        try {
            return HeaderParser.parse(json);
        } catch (IllegalArgumentException e) {
            throw faults.damaged(e);
        }
    }

    private TensorEntry require(String name, TensorType type) {
        TensorEntry tensor = header.tensor(name).orElseThrow(() -> {
            List<String> some = header.tensors().stream().map(TensorEntry::name).limit(10).toList();
            return faults.unusable("has no tensor " + Quoted.of(name), "", "tensors " + some, "use one of its names");
        });
        if (tensor.type() != type) {
            throw faults.unusable("tensor " + Quoted.of(name) + " has another type", type.name(), tensor.type().name(),
                    "convert it before");
        }
        return tensor;
    }

    private int arrayLength(TensorEntry tensor) {
        if (tensor.elements() > Integer.MAX_VALUE - 8) {
            throw faults.unusable("tensor " + Quoted.of(tensor.name()) + " is larger than an array can be",
                    "at most " + (Integer.MAX_VALUE - 8) + " elements", tensor.elements() + "", "split it");
        }
        return (int) tensor.elements();
    }

    private void blocks(TensorEntry tensor, BlockUse use) {
        blocks(dataStart + tensor.begin(), dataStart + tensor.end(), use);
    }

    /// Reads a part of the file block by block; blocks begin at multiples of 8 bytes from the start of the part.
    private void blocks(long from, long to, BlockUse use) {
        for (long at = from; at < to; at += BLOCK) {
            block.clear().limit((int) Math.min(BLOCK, to - at));
            source.read(at, block);
            use.accept(block.flip(), at - from);
        }
    }

    /// Takes the bytes of one block.
    private interface BlockUse {

        /// @param bytes from position to limit, little-endian
        /// @param offset of the first byte, from the start of what is read
        void accept(ByteBuffer bytes, long offset);
    }
}
