package org.lstm4j.interop.numpy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lstm4j.interop.archive.ZipArchive;
import org.lstm4j.interop.tensor.RawTensor;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// Reads `numpy.savez` files: a zip archive with an npy file for each array. Arrays of objects, which are pickles, are refused.
public final class NpzReader {

    private static final String ENDING = ".npy";

    private NpzReader() {}

    /// Whether an archive has arrays of NumPy alone.
    public static boolean isOne(ZipArchive archive) {
        return !archive.names().isEmpty() && archive.names().stream().allMatch(name -> name.endsWith(ENDING));
    }

    /// The arrays by name.
    ///
    /// @throws org.lstm4j.ModelFileException when the file is damaged, or an array is not one of numbers in rows
    public static TensorFile read(ByteSource source) {
        ZipArchive archive = ZipArchive.read(source);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (String name : archive.names()) {
            if (!name.endsWith(ENDING)) {
                throw source.faults().unusable("not an archive of NumPy arrays", "members that end in " + ENDING,
                        Quoted.of(name), "write it with numpy.savez");
            }
            String array = name.substring(0, name.length() - ENDING.length());
            tensors.put(array, array(array, archive.require(name)));
        }
        return new TensorFile(tensors, Map.of(), true, source.size(), source.faults());
    }

    private static StoredTensor array(String name, ByteSource content) {
        NpyHeader header = NpyHeader.read(content);
        if (header.columnMajor() && header.shape().stream().filter(size -> size > 1).count() > 1) {
            throw content.faults().unusable("the array is stored by columns", "by rows", "fortran_order",
                    "write numpy.ascontiguousarray(" + name + ")");
        }
        return new RawTensor(name, header.type(), header.shape(), content, header.dataAt(), header.order());
    }
}
