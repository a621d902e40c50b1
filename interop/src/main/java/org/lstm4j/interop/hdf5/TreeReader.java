package org.lstm4j.interop.hdf5;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lstm4j.interop.hdf5.HeaderMessage.Kind;
import org.lstm4j.model.Quoted;

/// Walks from the root to everything that has a name. An object that has two names is refused: Keras writes none, and a file in which groups
/// share their members could be a tree of any size. Mutable.
final class TreeReader {

    private static final int DEEPEST = 64;
    private static final int MOST_OBJECTS = 1 << 16;
    private static final int LONGEST_PATH = 1 << 12;

    private final FileSpace space;
    private final AttributeReader attributes;
    private final Set<Long> visited = new LinkedHashSet<>();

    TreeReader(FileSpace space) {
        this.space = space;
        attributes = new AttributeReader(space, new GlobalHeaps(space));
    }

    Hdf5Group read(long rootAddress) {
        if (read("", 0, rootAddress) instanceof Hdf5Group root) {
            return root;
        }
        throw space.faults().damagedAt(rootAddress, "the root of the file is no group", "a group", "a dataset");
    }

    private Hdf5Node read(String path, int depth, long address) {
        requireNew(path, depth, address);
        ObjectHeader header = ObjectHeader.read(space, address);
        Map<String, Hdf5Attribute> said = attributes.read(header);
        Optional<Map<String, Long>> links = links(header);
        if (links.isEmpty()) {
            return new Hdf5Dataset(path, said, new DatasetReader(space, path, header).read());
        }
        Map<String, Hdf5Node> children = new LinkedHashMap<>();
        links.get().forEach((name, child) -> children.put(name,
                read(path.isEmpty() ? name : path + "/" + name, depth + 1, child)));
        return new Hdf5Group(path, said, children);
    }

    private void requireNew(String path, int depth, long address) {
        if (!visited.add(address)) {
            throw space.faults().damagedAt(address, "an object has two names, or is within itself",
                    "a name for each object", Quoted.of(path));
        }
        if (depth > DEEPEST || visited.size() > MOST_OBJECTS || path.length() > LONGEST_PATH) {
            throw space.faults().damagedAt(address, "the groups are too deep or too many", "at most " + DEEPEST
                    + " levels, " + MOST_OBJECTS + " objects and names of " + LONGEST_PATH + " letters",
                    depth + " levels, " + visited.size() + " objects");
        }
    }

    /// Addresses by name, or empty for what is no group.
    private Optional<Map<String, Long>> links(ObjectHeader header) {
        Optional<FileBlock> table = header.only(Kind.SYMBOL_TABLE);
        if (table.isPresent()) {
            return Optional.of(new SymbolTable(space).read(table.get()));
        }
        Optional<FileBlock> info = header.only(Kind.LINK_INFO);
        return info.map(found -> LinkMessages.read(found, header.all(Kind.LINK)));
    }
}
