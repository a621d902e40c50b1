package org.lstm4j.interop.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lstm4j.model.Quoted;

/// The members of a new-style group, each a message of its header. Specification IV.A.2.c and g.
final class LinkMessages {

    private LinkMessages() {}

    /// Addresses of members by name.
    static Map<String, Long> read(FileBlock info, List<FileBlock> links) {
        info.requireVersion("a link info message", 0);
        int flags = info.uint8();
        info.skip((flags & 1) != 0 ? Long.BYTES : 0);
        if (info.address() != FileBlock.UNDEFINED) {
            throw info.refused("a group has its members in a fractal heap, which is not read",
                    "members in its header, or a symbol table", "write the file with libver=\"earliest\"");
        }
        Map<String, Long> members = new LinkedHashMap<>();
        for (FileBlock link : links) {
            read(link, members);
        }
        return members;
    }

    private static void read(FileBlock link, Map<String, Long> members) {
        link.requireVersion("a link", 1);
        int flags = link.uint8();
        int type = (flags & 0x08) != 0 ? link.uint8() : 0;
        link.skip((flags & 0x04) != 0 ? Long.BYTES : 0); // creation order
        link.skip((flags & 0x10) != 0 ? 1 : 0); // charset: UTF-8 reads both
        long length = link.number(1 << (flags & 3));
        String name = new String(link.block(length).array((int) length), StandardCharsets.UTF_8);
        requireHard(link, type, name);
        put(link, members, name, link.address());
    }

    /// @throws org.lstm4j.ModelFileException when there is no such name or it is there already
    static void put(FileBlock place, Map<String, Long> members, String name, long address) {
        if (name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0 || members.put(name, address) != null) {
            throw place.damaged("a group has a member that cannot be, or has it twice", "a name without '/'",
                    Quoted.of(name));
        }
    }

    private static void requireHard(FileBlock link, int type, String name) {
        if (type != 0) {
            String kind = type == 1 ? "a soft link" : type == 64 ? "an external link" : "a link of type " + type;
            throw link.refused(Quoted.of(name) + " is " + kind + ", which is not followed",
                    "a member of the file itself",
                    "write the file anew without links");
        }
    }
}
