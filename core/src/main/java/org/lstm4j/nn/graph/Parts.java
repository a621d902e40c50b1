package org.lstm4j.nn.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Arrays of one sample that have names and stand end to end in one array: the inputs of a graph, its outputs, or their targets.
///
/// | parts of a sample | joined |
/// |---|---|
/// | one, such as `history` [steps 48, features 3] | [steps 48, features 3]: as it is |
/// | several, such as that and `calendar` [features 4] | [features 148]: `history` row-major, then `calendar` |
///
/// {@snippet :
/// Tensor inputs = parts.join(Map.of("history", history, "calendar", calendar)); // [batch, features 148]
/// Tensor again = parts.part("history", inputs); // [batch, steps 48, features 3]
/// }
///
/// Immutable.
///
/// @param parts at least one, in the order in which they stand; names differ
public record Parts(List<Part> parts) {

    /// One array of a sample.
    ///
    /// @param name letters, digits, `_`, `-` and spaces
    /// @param shape of one sample, of at least one number
    public record Part(String name, Shape shape) {

        public Part {
            NodeName.require(name);
            if (shape.rank() == 0 || shape.elements() == 0) {
                throw new IllegalArgumentException("\"" + name + "\" must be of at least one number, but is " + shape);
            }
        }
    }

    public Parts {
        parts = List.copyOf(parts);
        Set<String> names = new LinkedHashSet<>();
        long elements = 0;
        for (Part part : parts) {
            elements += part.shape().elements();
            if (!names.add(part.name())) {
                throw new IllegalArgumentException(
                        "there are two parts \"" + part.name() + "\"; give each a name of its own");
            }
        }
        if (parts.isEmpty() || elements > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a sample needs at least one part, and no more elements than an array can hold; received "
                            + parts.size() + " parts of " + elements + " elements");
        }
    }

    /// Their names, in order.
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /// The shape of one joined sample.
    public Shape shape() {
        return parts.size() == 1
                ? parts.getFirst().shape()
                : Shape.of(Axis.features(parts.stream().mapToInt(part -> part.shape().elements()).sum()));
    }

    /// The place of a part in the list.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public int place(String name) {
        int place = names().indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no \"" + name + "\"; there are " + names());
        }
        return place;
    }

    /// Puts the parts of every sample end to end, in a new array.
    ///
    /// @param tensors `[batch, …]` for each part, in any order
    /// @return `[batch, …]`, the axes after the first as in [#shape]
    /// @throws IllegalArgumentException when a part is missing, unknown or of another shape; the message names it and the axes
    public Tensor join(Map<String, Tensor> tensors) {
        if (!tensors.keySet().equals(new LinkedHashSet<>(names()))) {
            throw new IllegalArgumentException("there are the parts " + names() + ", but tensors were given for "
                    + tensors.keySet().stream().sorted().toList() + "; give one for each");
        }
        List<Tensor> inOrder = names().stream().map(tensors::get).map(Objects::requireNonNull).toList();
        for (int place = 0; place < inOrder.size(); place++) {
            requireFit(parts.get(place), inOrder.get(place));
        }
        Tensor joined = Tensor.zeros(shape().withBatch(commonBatch(inOrder)));
        for (int place = 0; place < inOrder.size(); place++) {
            put(place, inOrder.get(place), joined);
        }
        return joined;
    }

    private static void requireFit(Part part, Tensor tensor) {
        boolean fits = tensor.shape().rank() > 0 && tensor.shape().withoutBatch().sameSizes(part.shape());
        if (!fits) {
            throw new IllegalArgumentException("\"" + part.name() + "\" has samples " + part.shape()
                    + ", so that it must be " + inWords(part.shape()) + ", but the tensor is " + tensor.shape()
                    + "; reshape it, or build the graph for such samples");
        }
    }

    private static String inWords(Shape sample) {
        return "[batch, " + sample.toString().substring(1);
    }

    private int commonBatch(List<Tensor> inOrder) {
        int batch = inOrder.getFirst().batch();
        for (int place = 1; place < inOrder.size(); place++) {
            int other = inOrder.get(place).batch();
            if (other != batch) {
                throw new IllegalArgumentException("\"" + names().getFirst() + "\" has " + batch + " samples, but \""
                        + names().get(place) + "\" has " + other + "; every sample needs all parts");
            }
        }
        return batch;
    }

    /// Takes all parts out of joined samples, each in a new array `[batch, …]`; by name, in their order.
    ///
    /// @throws IllegalArgumentException as [#fitted] of the samples' shape
    public Map<String, Tensor> split(Tensor joined) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        names().forEach(name -> tensors.put(name, part(name, joined)));
        return Collections.unmodifiableMap(tensors);
    }

    /// Takes one part out of joined samples, in a new array `[batch, …]`.
    ///
    /// @throws IllegalArgumentException when there is none of that name; and as [#split]
    public Tensor part(String name, Tensor joined) {
        int place = place(name);
        Parts fitted = fitted(joined.shape().withoutBatch());
        Tensor tensor = Tensor.zeros(fitted.parts.get(place).shape().withBatch(joined.batch()));
        fitted.take(place, joined, tensor);
        return tensor;
    }

    /// These parts in joined samples of that shape: a part that stands alone may have other steps, say; several have fixed shapes.
    ///
    /// @throws IllegalArgumentException when several parts are not joined to that shape
    public Parts fitted(Shape sample) {
        if (parts.size() == 1) {
            return new Parts(List.of(new Part(parts.getFirst().name(), sample)));
        }
        if (!shape().sameSizes(sample)) {
            throw new IllegalArgumentException("the parts " + names() + " stand end to end in " + shape()
                    + ", but the samples are " + sample + "; join them with the graph's own parts");
        }
        return this;
    }

    /// Copies a part out of joined samples; allocates nothing, and checks no shapes.
    ///
    /// @param joined `[batch, …]`
    /// @param part `[batch, …]`, written
    public void take(int place, Tensor joined, Tensor part) {
        int size = parts.get(place).shape().elements();
        int stride = elements();
        int offset = offset(place);
        for (int row = 0; row < part.batch(); row++) {
            System.arraycopy(joined.data(), row * stride + offset, part.data(), row * size, size);
        }
    }

    /// Copies a part to its place in joined samples; allocates nothing, and checks no shapes.
    ///
    /// @param part `[batch, …]`
    /// @param joined `[batch, …]`, written
    public void put(int place, Tensor part, Tensor joined) {
        int size = parts.get(place).shape().elements();
        int stride = elements();
        int offset = offset(place);
        for (int row = 0; row < part.batch(); row++) {
            System.arraycopy(part.data(), row * size, joined.data(), row * stride + offset, size);
        }
    }

    private int elements() {
        return offset(parts.size());
    }

    /// Where a part begins in a joined sample.
    private int offset(int place) {
        int offset = 0;
        for (int before = 0; before < place; before++) {
            offset += parts.get(before).shape().elements();
        }
        return offset;
    }
}
