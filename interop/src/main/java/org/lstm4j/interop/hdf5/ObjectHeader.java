package org.lstm4j.interop.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.hdf5.HeaderMessage.Kind;

/// The messages that describe an object. Specification IV.A.1.
///
/// @param address of the first byte
/// @param messages those that matter here, in the order of the file
record ObjectHeader(long address, List<HeaderMessage> messages) {

    private static final int MOST_KNOWN = 0x18;
    private static final int SHARED = 0x02;
    private static final int FAIL_IF_UNKNOWN = 0x80;

    ObjectHeader {
        messages = List.copyOf(messages);
    }

    static ObjectHeader read(FileSpace space, long address) {
        List<HeaderMessage> messages = new ArrayList<>();
        HeaderBlocks.read(space, address, (number, flags, data) -> {
            HeaderMessage message = message(number, flags, data);
            if (message != null) {
                messages.add(message);
            }
        });
        return new ObjectHeader(address, messages);
    }

    private static @Nullable HeaderMessage message(int number, int flags, FileBlock data) {
        Kind kind = Kind.of(number);
        if (kind == null && number > MOST_KNOWN && (flags & FAIL_IF_UNKNOWN) != 0) {
            throw data.damaged("an object has a message that must be understood, but is not", "a known message",
                    "number " + number);
        }
        return kind == null ? null : new HeaderMessage(kind, (flags & SHARED) != 0, data);
    }

    /// The only message of that kind.
    ///
    /// @throws org.lstm4j.ModelFileException when there are several, or it is kept in another place
    Optional<FileBlock> only(Kind kind) {
        FileBlock found = null;
        for (FileBlock data : all(kind)) {
            if (found != null) {
                throw data.damaged("an object has two messages of one kind", "one", kind.toString());
            }
            found = data;
        }
        return Optional.ofNullable(found);
    }

    /// All messages of that kind.
    ///
    /// @throws org.lstm4j.ModelFileException when one is kept in another place
    List<FileBlock> all(Kind kind) {
        List<FileBlock> all = new ArrayList<>();
        for (HeaderMessage message : messages) {
            if (message.kind() == kind) {
                all.add(notShared(message));
            }
        }
        return all;
    }

    private static FileBlock notShared(HeaderMessage message) {
        if (message.shared()) {
            throw message.data().refused("a " + message.kind() + " is shared between objects, as a named type is",
                    "each object's own", "write the file anew without named types");
        }
        return message.data();
    }
}
