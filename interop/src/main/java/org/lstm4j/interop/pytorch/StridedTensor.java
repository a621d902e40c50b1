package org.lstm4j.interop.pytorch;

import java.util.List;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.TensorType;

/// A tensor whose elements lie in another order than its indices, such as a transposed one.
///
/// @param name of the tensor
/// @param view fits the storage
/// @param offset of its first element
/// @param storage all elements of the storage
record StridedTensor(String name, StridedShape view, long offset, StoredTensor storage) implements StoredTensor {

    @Override
    public TensorType type() {
        return storage.type();
    }

    @Override
    public List<Long> shape() {
        return view.shape();
    }

    @Override
    public void read(float[] target) {
        float[] all = storage.floats();
        forEach(target.length, (index, place) -> target[index] = all[place]);
    }

    @Override
    public void read(double[] target) {
        double[] all = storage.doubles();
        forEach(target.length, (index, place) -> target[index] = all[place]);
    }

    private void forEach(int elements, Copy copy) {
        int axes = view.shape().size();
        long[] indices = new long[axes];
        long place = offset;
        for (int index = 0; index < elements; index++) {
            copy.element(index, (int) place);
            for (int axis = axes - 1; axis >= 0; axis--) {
                place += view.strides().get(axis);
                if (++indices[axis] < view.shape().get(axis)) {
                    break;
                }
                place -= indices[axis] * view.strides().get(axis);
                indices[axis] = 0;
            }
        }
    }

    /// Copies one element.
    private interface Copy {
        void element(int index, int place);
    }
}
