package org.lstm4j.interop.pytorch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lstm4j.ConfigurationException;
import org.lstm4j.Problem;
import org.lstm4j.interop.tensor.TensorFile;
import org.lstm4j.model.Quoted;

/// In which order data goes through the modules, and what was taken for granted in choosing it.
///
/// @param modules in order
/// @param assumption a sentence; empty when shapes leave no choice
record OrderChoice(List<TorchModule> modules, String assumption) {

    private static final int ENOUGH = 8;
    private static final int MOST_NAMED = 20;
    private static final String CHOOSE = "; another order needs --mapping";

    OrderChoice {
        modules = List.copyOf(modules);
    }

    /// The only order that fits; else that of the file, where it keeps one; else the only one that ends with a Linear.
    ///
    /// @throws ConfigurationException when that leaves a choice, or none fits
    static OrderChoice of(Map<String, List<TorchModule>> modules, TensorFile file) {
        List<List<TorchModule>> all = ModuleOrder.all(modules, ENOUGH);
        if (all.size() == 1) {
            return new OrderChoice(all.getFirst(), "");
        }
        if (all.isEmpty()) {
            throw none(modules, file);
        }
        List<List<TorchModule>> given = ModuleOrder.asGiven(modules, 2);
        if (file.inOrder() && given.size() == 1) {
            return new OrderChoice(given.getFirst(), "layers in the order of the file, "
                    + describe(given.getFirst()) + ", though others fit too" + CHOOSE);
        }
        Optional<List<TorchModule>> ending = only(all.stream()
                .filter(order -> order.getLast() instanceof TorchModule.Linear).toList(), all.size());
        return ending.map(order -> new OrderChoice(order, "layers in the order " + describe(order)
                + ", the only one that ends with a Linear" + CHOOSE))
                .orElseThrow(() -> several(all, file));
    }

    /// Where not all orders were found, one that seems the only one of its kind may not be.
    private static Optional<List<TorchModule>> only(List<List<TorchModule>> orders, int found) {
        return orders.size() == 1 && found < ENOUGH ? Optional.of(orders.getFirst()) : Optional.empty();
    }

    private static String describe(List<TorchModule> order) {
        return order.stream().limit(MOST_NAMED).map(module -> Quoted.of(module.prefix()) + " (" + module.kind() + ", "
                + module.inputs() + " → " + module.outputs() + ")").collect(Collectors.joining(", "))
                + (order.size() > MOST_NAMED ? ", …" : "");
    }

    private static ConfigurationException none(Map<String, List<TorchModule>> modules, TensorFile file) {
        String present = describe(modules.values().stream().map(List::getFirst).toList());
        return new ConfigurationException(new Problem(file.faults().file() + ": data cannot go through its modules one"
                + " after the other", "modules that each take as many numbers as the one before gives", present,
                "say by --mapping which are the layers, and in which order"));
    }

    private static ConfigurationException several(List<List<TorchModule>> all, TensorFile file) {
        return new ConfigurationException(new Problem(
                file.faults().file() + ": its modules fit together in several orders", "one order",
                all.stream().limit(3).map(OrderChoice::describe).collect(Collectors.joining("; or ")),
                "say by --mapping which are the layers, and in which order"));
    }
}
