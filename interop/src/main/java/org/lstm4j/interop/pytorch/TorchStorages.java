package org.lstm4j.interop.pytorch;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.pickle.PickleValue;
import org.lstm4j.interop.pickle.PickleValue.Call;
import org.lstm4j.interop.pickle.PickleValue.Global;
import org.lstm4j.interop.pickle.PickleValue.Items;
import org.lstm4j.interop.pickle.PickleValue.Persistent;
import org.lstm4j.interop.pickle.PickleValue.Text;
import org.lstm4j.interop.pickle.PickleValue.Whole;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.model.TensorType;

/// The storages of an archive, and the tensors that are views of them.
final class TorchStorages {

    private static final int MOST_AXES = 32;

    private final ZipArchive archive;
    private final String folder;
    private final ByteOrder order;
    /// Those whose checksum was found right.
    private final Map<String, ByteSource> read = new LinkedHashMap<>();

    TorchStorages(ZipArchive archive, String folder, ByteOrder order) {
        this.archive = archive;
        this.folder = folder;
        this.order = order;
    }

    /// The tensor that a call in the pickle would make.
    ///
    /// @param name of the tensor in the state_dict
    /// @throws ModelFileException when it is no such call, or the tensor goes beyond its storage
    StoredTensor tensor(String name, Call call, FileFaults faults) {
        List<PickleValue> arguments = call.arguments().values();
        if (call.function().qualified().equals(TorchNames.PARAMETER) && !arguments.isEmpty()
                && arguments.getFirst() instanceof Call inner
                && inner.function().qualified().equals(TorchNames.TENSOR)) {
            return tensor(name, inner, faults);
        }
        if (!call.function().qualified().equals(TorchNames.TENSOR) || arguments.size() < 4
                || !(arguments.get(0) instanceof Persistent storage)
                || !(arguments.get(1) instanceof Whole(long offset))) {
            throw fault(name, faults, "is not made of a storage", "", "");
        }
        List<Long> shape = numbers(name, arguments.get(2), faults);
        List<Long> strides = numbers(name, arguments.get(3), faults);
        return view(name, storage, offset, new StridedShape(shape, strides), faults);
    }

    private StoredTensor view(String name, Persistent persistent, long offset, StridedShape view, FileFaults faults) {
        // ('storage', FloatStorage, '0', 'cpu', number of elements)
        if (!(persistent.id() instanceof Items id) || id.values().size() != 5
                || !(id.values().get(1) instanceof Global kind) || !(id.values().get(2) instanceof Text(String key))
                || !(id.values().get(4) instanceof Whole(long elements))) {
            throw fault(name, faults, "has a storage that is described in an unknown way", "", "");
        }
        TensorType type = TorchNames.elementType(kind);
        if (type == null) {
            throw fault(name, faults, "has a storage of an unknown type", "", Quoted.of(kind.qualified()));
        }
        ByteSource bytes = read.computeIfAbsent(key, _ -> archive.require(folder + "/data/" + key));
        int size = type.bits() / Byte.SIZE;
        if (elements < 0 || bytes.size() % size != 0 || bytes.size() / size != elements) {
            throw fault(name, faults, "has a storage of another size than it says",
                    Long.toUnsignedString(elements) + " elements of " + type, bytes.size() + " bytes");
        }
        if (!view.fits(offset, elements)) {
            throw fault(name, faults, "goes beyond its storage", elements + " elements",
                    "shape " + view.shape() + " with strides " + view.strides() + " from element " + offset);
        }
        return view.isContiguous()
                ? new RawTensor(name, type, view.shape(), bytes, offset * size, order)
                : new StridedTensor(name, view, offset,
                        new RawTensor(name, type, List.of(elements), bytes, 0, order));
    }

    private static List<Long> numbers(String name, PickleValue value, FileFaults faults) {
        if (!(value instanceof Items items) || items.values().size() > MOST_AXES) {
            throw fault(name, faults, "has a shape that is no tuple of at most " + MOST_AXES + " numbers", "", "");
        }
        return items.values().stream().map(item -> {
            if (item instanceof Whole(long number) && number >= 0) {
                return number;
            }
            throw fault(name, faults, "has a size or stride that is no whole number from 0", "", "");
        }).toList();
    }

    private static ModelFileException fault(String name, FileFaults faults, String what, String expected,
            String received) {
        return faults.damaged("the tensor " + Quoted.of(name) + " " + what, expected, received);
    }
}
