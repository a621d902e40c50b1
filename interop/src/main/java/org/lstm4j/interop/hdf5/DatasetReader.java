package org.lstm4j.interop.hdf5;

import java.util.List;
import org.lstm4j.interop.hdf5.HeaderMessage.Kind;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.Quoted;

/// Finds the elements of a dataset. Specification IV.A.2.i, data layout.
record DatasetReader(FileSpace space, String path, ObjectHeader header) {

    private static final int COMPACT = 0;
    private static final int CONTIGUOUS = 1;
    private static final int CHUNKED = 2;
    private static final int VIRTUAL = 3;

    StoredTensor read() {
        requireNoneOutside();
        Dataspace shape = Dataspace.read(require(Kind.DATASPACE));
        FileBlock typeMessage = require(Kind.DATATYPE);
        Datatype type = Datatype.read(typeMessage);
        if (!(type instanceof Datatype.Numeric number)) {
            throw typeMessage.refused(
                    "dataset " + Quoted.of(path) + " has elements that are no numbers: " + nameOf(type),
                    "whole or floating-point numbers", "save the weights alone");
        }
        if (shape.none()) {
            throw typeMessage.refused("dataset " + Quoted.of(path) + " has no shape", "one", "save the weights alone");
        }
        Elements elements = new Elements(space, path, number, shape.sizes(), shape.elements());
        FileBlock layout = require(Kind.LAYOUT);
        int version = layout.uint8();
        return switch (version) {
            case 1, 2 -> older(elements, layout);
            case 3, 4 -> newer(elements, layout, version);
            default -> throw layout.damaged("a data layout has an unknown version", "1 to 4", version + "");
        };
    }

    private void requireNoneOutside() {
        header.only(Kind.EXTERNAL_FILES).ifPresent(message -> {
            throw message.refused("dataset " + Quoted.of(path) + " has its elements in another file, which is never"
                    + " opened", "elements in the file itself", "write the file anew without external storage");
        });
    }

    private FileBlock require(Kind kind) {
        return header.only(kind).orElseThrow(() -> space.faults().damagedAt(header.address(),
                Quoted.of(path) + " is neither a group nor a dataset", "a " + kind, "none"));
    }

    private static String nameOf(Datatype type) {
        return switch (type) {
            case Datatype.Other(String name, _) -> name;
            case Datatype.FixedText _,Datatype.HeapText _ -> "text";
            case Datatype.Numeric _ -> "number";
        };
    }

    private StoredTensor older(Elements elements, FileBlock layout) {
        int sizes = layout.uint8();
        int kind = layout.uint8();
        layout.skip(5);
        long address = kind == COMPACT ? 0 : layout.address();
        if (kind == CHUNKED) {
            return chunked(elements, address, layout, sizes);
        }
        layout.skip(4 * sizes);
        return switch (kind) {
            case COMPACT -> compact(elements, layout, layout.uint32());
            case CONTIGUOUS -> contiguous(elements, address);
            default -> throw unknown(layout, kind);
        };
    }

    private StoredTensor newer(Elements elements, FileBlock layout, int version) {
        int kind = layout.uint8();
        if (kind == CHUNKED && version == 4) {
            throw layout
                    .refused("dataset " + Quoted.of(path) + " has its chunks in an index of libver=\"latest\", which is"
                            + " not read", "chunks in a version 1 B-tree", "write the file with libver=\"earliest\"");
        }
        return switch (kind) {
            case COMPACT -> compact(elements, layout, layout.uint16());
            case CONTIGUOUS -> contiguous(elements, layout.address());
            case CHUNKED -> {
                int sizes = layout.uint8();
                yield chunked(elements, layout.address(), layout, sizes);
            }
            default -> throw unknown(layout, kind);
        };
    }

    private StoredTensor compact(Elements elements, FileBlock layout, long length) {
        FileBlock data = layout.block(length);
        if (elements.bytes() > length) {
            throw data.damaged("dataset " + Quoted.of(path) + " is larger than its bytes", elements.bytes() + " bytes",
                    length + " bytes");
        }
        return raw(elements, data.position());
    }

    private StoredTensor contiguous(Elements elements, long address) {
        if (elements.bytes() == 0) {
            return raw(elements, 0);
        }
        elements.requireWritten(address);
        space.claim(address, elements.bytes());
        return raw(elements, address);
    }

    private StoredTensor raw(Elements elements, long position) {
        return new RawTensor(path, elements.type().type(), elements.sizes(), space.source(), position,
                elements.type().order());
    }

    private StoredTensor chunked(Elements elements, long address, FileBlock layout, int sizes) {
        List<FileBlock> filters = header.all(Kind.FILTERS);
        Filters pipeline = filters.isEmpty() ? Filters.NONE : Filters.read(path, filters.getFirst());
        return new ChunkReader(elements, pipeline).read(address, layout, sizes);
    }

    private RuntimeException unknown(FileBlock layout, int kind) {
        if (kind == VIRTUAL) {
            return layout.refused(
                    "dataset " + Quoted.of(path) + " is virtual: its elements are in other files, which are"
                            + " never opened",
                    "elements in the file itself", "write the file anew without virtual datasets");
        }
        return layout.damaged("dataset " + Quoted.of(path) + " has an unknown layout", "0, 1 or 2", kind + "");
    }
}
