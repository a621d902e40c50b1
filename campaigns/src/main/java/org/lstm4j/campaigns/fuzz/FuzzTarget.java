package org.lstm4j.campaigns.fuzz;

import java.util.Arrays;
import java.util.Locale;
import org.lstm4j.interop.keras.KerasReader;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.numpy.NpzReader;
import org.lstm4j.interop.onnx.OnnxReader;
import org.lstm4j.interop.pytorch.StateDictReader;
import org.lstm4j.interop.pytorch.TorchArchive;
import org.lstm4j.interop.safetensors.SafetensorsTensors;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;

/// A reader that is fuzzed. What a checksum would keep from being changed is put into a sound archive.
enum FuzzTarget {
    /// A safetensors file: its header, and a network made of its tensors.
    SAFETENSORS {
        @Override
        void read(byte[] data) {
            StateDictReader.read(SafetensorsTensors.read(source(data)), ImportOptions.NONE);
        }
    },
    /// A file of `torch.save`, as it lies on the disk.
    TORCH {
        @Override
        void read(byte[] data) {
            StateDictReader.read(TorchArchive.read(source(data)), ImportOptions.NONE);
        }
    },
    /// The pickle of a sound file of `torch.save` with a few storages.
    PICKLE {
        @Override
        void read(byte[] data) {
            TORCH.read(new StoredZip()
                    .with("m/data.pkl", data)
                    .with("m/data/0", new byte[16])
                    .with("m/data/1", new byte[32])
                    .with("m/data/2", new byte[64])
                    .with("m/data/3", new byte[128])
                    .bytes());
        }
    },
    /// A file of `numpy.savez`, as it lies on the disk.
    NPZ {
        @Override
        void read(byte[] data) {
            NpzReader.read(source(data)).tensors().values().forEach(StoredTensor::floats);
        }
    },
    /// An array in a sound file of `numpy.savez`.
    NPY {
        @Override
        void read(byte[] data) {
            NPZ.read(new StoredZip().with("input.npy", data).bytes());
        }
    },
    /// The configuration and the weights of a sound `.keras` archive: the first up to a byte of 0, the second after it.
    KERAS {
        @Override
        void read(byte[] data) {
            int end = 0;
            while (end < data.length && data[end] != 0) {
                end++;
            }
            HDF5.read(new StoredZip()
                    .with("config.json", Arrays.copyOf(data, end))
                    .with("model.weights.h5", Arrays.copyOfRange(data, Math.min(end + 1, data.length), data.length))
                    .bytes());
        }
    },
    /// An HDF5 file of Keras, with a model's configuration or without.
    HDF5 {
        @Override
        void read(byte[] data) {
            KerasReader.read(source(data), ImportOptions.NONE);
        }
    },
    /// An ONNX model.
    ONNX {
        @Override
        void read(byte[] data) {
            OnnxReader.read(source(data), null, ImportOptions.NONE);
        }
    };

    /// Reads bytes and drops what they say.
    ///
    /// @throws org.lstm4j.Lstm4jException when they are refused
    abstract void read(byte[] data);

    private static ByteSource source(byte[] data) {
        return ByteSource.of("fuzz", data);
    }

    /// Its name on the command line.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is none of that name
    static FuzzTarget of(String label) {
        return Arrays.stream(values()).filter(target -> target.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is called '" + label + "'; there are "
                        + Arrays.stream(values()).map(FuzzTarget::label).toList()));
    }
}
