package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// The orders in which data can go through modules: each takes as many numbers as the one before gives.
final class ModuleOrder {

    /// With more, the search could go on for long; no recurrent network has so many modules.
    private static final int MOST_STEPS = 200_000;

    private final List<List<TorchModule>> modules;
    private final boolean asGiven;
    private final int enough;
    private final List<List<TorchModule>> found = new ArrayList<>();
    private final List<TorchModule> path = new ArrayList<>();
    private final BitSet used = new BitSet();
    private int steps;

    private ModuleOrder(List<List<TorchModule>> modules, boolean asGiven, int enough) {
        this.modules = modules;
        this.asGiven = asGiven;
        this.enough = enough;
    }

    /// The orders that fit, at most so many.
    ///
    /// @param modules of each, all that it could be
    static List<List<TorchModule>> all(Map<String, List<TorchModule>> modules, int enough) {
        return find(modules, false, enough);
    }

    /// The readings that fit in the given order, at most so many.
    static List<List<TorchModule>> asGiven(Map<String, List<TorchModule>> modules, int enough) {
        return find(modules, true, enough);
    }

    private static List<List<TorchModule>> find(Map<String, List<TorchModule>> modules, boolean asGiven, int enough) {
        ModuleOrder order = new ModuleOrder(List.copyOf(modules.values()), asGiven, enough);
        order.goOn();
        return order.found;
    }

    private void goOn() {
        if (path.size() == modules.size()) {
            found.add(List.copyOf(path));
            return;
        }
        int end = asGiven ? path.size() + 1 : modules.size();
        for (int index = used.nextClearBit(0); index < end; index = used.nextClearBit(index + 1)) {
            for (TorchModule reading : modules.get(index)) {
                if (found.size() == enough || ++steps > MOST_STEPS) {
                    return;
                }
                if (fits(reading)) {
                    path.add(reading);
                    used.set(index);
                    goOn();
                    used.clear(index);
                    path.removeLast();
                }
            }
        }
    }

    /// The first takes what comes; an embedding can only be the first.
    private boolean fits(TorchModule next) {
        return path.isEmpty() || (next.inputs() > 0 && next.inputs() == path.getLast().outputs());
    }
}
