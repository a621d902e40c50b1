package org.lstm4j.interop.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a pickle says: data, and names that it asks for, which nobody looks up. May contain itself; whoever goes through it counts how deep.
public sealed interface PickleValue {

    /// Python's `None`.
    record None() implements PickleValue {}

    record Truth(boolean value) implements PickleValue {}

    /// A whole number that a long can hold.
    record Whole(long value) implements PickleValue {}

    record Real(double value) implements PickleValue {}

    record Text(String value) implements PickleValue {}

    /// Bytes, which no state_dict needs.
    ///
    /// @param length how many
    record Bytes(int length) implements PickleValue {}

    /// The name of a class or function: `collections.OrderedDict`. Only a name.
    ///
    /// @param module that it is of
    /// @param name within the module
    record Global(String module, String name) implements PickleValue {

        /// The name as Python writes it.
        public String qualified() {
            return module + "." + name;
        }
    }

    /// What a function that the reader knows makes of its arguments. Nothing is called.
    ///
    /// @param function which
    /// @param arguments as they were given
    record Call(Global function, Items arguments) implements PickleValue {}

    /// Something that lies outside of the pickle, such as the bytes of a tensor.
    ///
    /// @param id what tells it apart: for PyTorch a tuple
    record Persistent(PickleValue id) implements PickleValue {}

    /// A tuple or a list. Mutable while the pickle is read.
    final class Items implements PickleValue {

        private final List<PickleValue> values;

        Items(List<PickleValue> values) {
            this.values = new ArrayList<>(values);
        }

        void add(PickleValue value) {
            values.add(value);
        }

        public List<PickleValue> values() {
            return java.util.Collections.unmodifiableList(values);
        }
    }

    /// A dictionary, or an ordered one, by keys that are texts or whole numbers, both written as text. Mutable while the pickle is read.
    final class Dictionary implements PickleValue {

        private final Map<String, PickleValue> members = new LinkedHashMap<>();

        void put(String key, PickleValue value) {
            members.put(key, value);
        }

        public Map<String, PickleValue> members() {
            return java.util.Collections.unmodifiableMap(members);
        }
    }
}
