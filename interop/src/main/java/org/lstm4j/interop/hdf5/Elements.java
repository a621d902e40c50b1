package org.lstm4j.interop.hdf5;

import java.util.List;
import org.lstm4j.model.Quoted;

/// The elements of a dataset, wherever they are.
///
/// @param space of the file
/// @param path of the dataset
/// @param type of an element
/// @param sizes outermost first
/// @param count of elements
record Elements(FileSpace space, String path, Datatype.Numeric type, List<Long> sizes, long count) {

    /// Bytes of all elements; can be counted, as every [Dataspace] can.
    long bytes() {
        return count * type.size();
    }

    /// @throws org.lstm4j.ModelFileException when nobody has written them
    void requireWritten(long address) {
        if (address == FileBlock.UNDEFINED) {
            throw space.faults().unusable("dataset " + Quoted.of(path) + " has a shape but was never written",
                    count + " elements", "none", "save the model again");
        }
    }
}
