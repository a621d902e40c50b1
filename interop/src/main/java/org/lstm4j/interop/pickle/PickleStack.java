package org.lstm4j.interop.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stack of a pickle's machine, with its marks, and what it keeps by number to use again.
final class PickleStack {

    /// Those of ten thousand tensors, and little enough to fit into memory.
    private static final int MOST_VALUES = 250_000;

    private final PickleBytes bytes;
    private final List<PickleValue> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, PickleValue> kept = new LinkedHashMap<>();
    private int pushed;

    PickleStack(PickleBytes bytes) {
        this.bytes = bytes;
    }

    void push(PickleValue value) {
        if (++pushed > MOST_VALUES) {
            throw bytes.fault("the pickle has more values than any state_dict", "at most " + MOST_VALUES, "");
        }
        values.add(value);
    }

    void mark() {
        if (marks.size() == MOST_VALUES) {
            throw bytes.fault("the pickle has too many marks", "at most " + MOST_VALUES, "");
        }
        marks.add(values.size());
    }

    PickleValue pop() {
        requireAboveMark(1);
        return values.removeLast();
    }

    /// The uppermost values, the lowest first.
    List<PickleValue> pop(int count) {
        requireAboveMark(count);
        return popFrom(values.size() - count);
    }

    /// All above the uppermost mark, which goes too, the lowest first.
    List<PickleValue> popToMark() {
        if (marks.isEmpty()) {
            throw bytes.fault("the pickle goes back to a mark that is not there", "", "");
        }
        return popFrom(marks.removeLast());
    }

    private List<PickleValue> popFrom(int place) {
        List<PickleValue> upper = values.subList(place, values.size());
        List<PickleValue> popped = new ArrayList<>(upper);
        upper.clear();
        return popped;
    }

    PickleValue top() {
        requireAboveMark(1);
        return values.getLast();
    }

    private void requireAboveMark(int count) {
        int floor = marks.isEmpty() ? 0 : marks.getLast();
        if (values.size() - floor < count) {
            throw bytes.fault("the pickle takes more from its stack than there is", count + " values",
                    values.size() - floor + "");
        }
    }

    void keep(int number) {
        kept.put(number, top());
        if (kept.size() > MOST_VALUES) {
            throw bytes.fault("the pickle keeps too many values", "at most " + MOST_VALUES, "");
        }
    }

    void keepNext() {
        keep(kept.size());
    }

    void pushKept(int number) {
        PickleValue value = kept.get(number);
        if (value == null) {
            throw bytes.fault("the pickle asks for a value that it has not kept", "", "number " + number);
        }
        push(value);
    }

    PickleValue result() {
        if (values.size() != 1 || !marks.isEmpty()) {
            throw bytes.fault("the pickle does not end with one value", "1 value", values.size() + " values");
        }
        return values.getFirst();
    }
}
