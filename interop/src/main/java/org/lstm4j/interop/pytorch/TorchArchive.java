package org.lstm4j.interop.pytorch;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.pickle.PickleReader;
import org.lstm4j.interop.pickle.PickleValue;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// A file of `torch.save`: a zip archive with a pickle, `data.pkl`, and the bytes of each storage, `data/0` and so on, below a folder.
/// Source: the serialization notes of PyTorch's documentation.
public final class TorchArchive {

    private static final String PICKLE = "/data.pkl";
    private static final int LONGEST_ORDER = 16;

    private final ByteSource source;
    private final ZipArchive archive;
    private final String folder;

    private TorchArchive(ByteSource source, ZipArchive archive, String folder) {
        this.source = source;
        this.archive = archive;
        this.folder = folder;
    }

    /// Whether an archive is one of `torch.save` or of TorchScript.
    public static boolean isOne(ZipArchive archive) {
        return folder(archive).isPresent();
    }

    /// The tensors of the state_dict in the file.
    ///
    /// @throws org.lstm4j.ModelFileException when the file is damaged, is TorchScript, or has something else than a state_dict
    public static TensorFile read(ByteSource source) {
        ZipArchive archive = ZipArchive.read(source);
        String folder = folder(archive).orElseThrow(() -> source.faults().unusable("a zip archive, but none of PyTorch",
                "a member data.pkl", "members " + archive.names().stream().limit(10).toList(), TorchNames.ADVICE));
        return new TorchArchive(source, archive, folder).stateDict();
    }

    private static Optional<String> folder(ZipArchive archive) {
        List<String> folders = archive.names().stream()
                .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length())
                .map(name -> name.substring(0, name.length() - PICKLE.length()))
                .toList();
        return folders.size() == 1 ? Optional.of(folders.getFirst()) : Optional.empty();
    }

    private TensorFile stateDict() {
        if (archive.names().stream().anyMatch(name -> name.equals(folder + "/constants.pkl")
                || name.startsWith(folder + "/code/"))) {
            throw source.faults().unusable("a TorchScript archive, which holds a program", "a state_dict",
                    "the member '" + folder + "/constants.pkl'", TorchNames.ADVICE);
        }
        PickleValue value = PickleReader.read(archive.require(folder + PICKLE), TorchNames.known());
        return new StateDictFinder(source.faults(), source.size(), new TorchStorages(archive, folder, byteOrder()))
                .find(value);
    }

    private ByteOrder byteOrder() {
        Optional<ByteSource> member = archive.member(folder + "/byteorder");
        if (member.isEmpty()) {
            return ByteOrder.LITTLE_ENDIAN; // as all files before PyTorch 2.1
        }
        ByteSource text = member.get();
        String order = new String(text.bytes(0, (int) Math.min(LONGEST_ORDER, text.size())), StandardCharsets.UTF_8);
        return switch (order) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw text.faults().damaged("an unknown byte order", "little or big",
                    Quoted.of(order));
        };
    }
}
