package org.lstm4j.interop.pytorch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What modules are called: as in the file, but without what wrappers put before all of them, such as `module.` of DataParallel, `model.` of
/// Lightning, and `_orig_mod` of compiled modules wherever it is. A user may say either.
///
/// @param common what all begin with, component by component
record ModuleNames(List<String> common) {

    private static final String COMPILED = "_orig_mod";

    ModuleNames {
        common = List.copyOf(common);
    }

    /// @param tensors the names of all tensors
    static ModuleNames of(Set<String> tensors) {
        List<String> common = null;
        Map<String, String> modules = new LinkedHashMap<>();
        for (String module : (Iterable<String>) tensors.stream().map(ModuleNames::module).distinct()::iterator) {
            List<String> components = components(module);
            modules.put(module, String.join(".", components));
            List<String> outer = components.subList(0, Math.max(0, components.size() - 1));
            common = common == null ? outer : shared(common, outer);
        }
        Set<String> shortened = new LinkedHashSet<>();
        tensors.forEach(tensor -> shortened.add(modules.get(module(tensor)) + "." + own(tensor)));
        boolean told = shortened.size() == tensors.size();
        return new ModuleNames(common == null || !told ? List.of() : common);
    }

    /// The module of a tensor: `encoder.lstm` of `encoder.lstm.weight_ih_l0`.
    static String module(String tensor) {
        int dot = tensor.lastIndexOf('.');
        return dot < 0 ? "" : tensor.substring(0, dot);
    }

    /// What a tensor is called within its module.
    static String own(String tensor) {
        return tensor.substring(tensor.lastIndexOf('.') + 1);
    }

    /// The name of a module that a file or a user calls so.
    String shortened(String module) {
        List<String> all = components(module);
        boolean begins = all.size() > common.size() && all.subList(0, common.size()).equals(common);
        return String.join(".", begins ? all.subList(common.size(), all.size()) : all);
    }

    private static List<String> components(String module) {
        List<String> components = new ArrayList<>(List.of(module.split("[.]", -1)));
        components.removeIf(COMPILED::equals);
        return components;
    }

    private static List<String> shared(List<String> first, List<String> second) {
        int count = 0;
        while (count < Math.min(first.size(), second.size()) && first.get(count).equals(second.get(count))) {
            count++;
        }
        return first.subList(0, count);
    }
}
