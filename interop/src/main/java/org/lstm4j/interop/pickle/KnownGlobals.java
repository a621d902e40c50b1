package org.lstm4j.interop.pickle;

import java.util.Set;

/// The names that a reader of pickles accepts. Any other is refused before the pickle goes on.
///
/// @param names as Python writes them: `torch._utils._rebuild_tensor_v2`
/// @param advice what to do with a file that has others
public record KnownGlobals(Set<String> names, String advice) {

    /// Python's ordered dictionary, which the reader makes itself.
    static final String ORDERED_DICTIONARY = "collections.OrderedDict";

    boolean has(PickleValue.Global global) {
        String name = global.qualified();
        return name.equals(ORDERED_DICTIONARY) || names.contains(name);
    }
}
