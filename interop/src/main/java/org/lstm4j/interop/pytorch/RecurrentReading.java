package org.lstm4j.interop.pytorch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.pytorch.RecurrentModule.Cell;
import org.lstm4j.interop.tensor.StoredTensor;
import org.lstm4j.model.FileFaults;
import org.lstm4j.model.Quoted;
import org.lstm4j.nn.recurrent.RecurrentSpec;

/// Tells which recurrent module tensors are, and that each has the shape it needs.
final class RecurrentReading {

    /// `weight_ih_l0_reverse`, or `weight_ih` of a cell that is called step by step.
    private static final Pattern NAME = Pattern.compile("(weight_ih|weight_hh|bias_ih|bias_hh|weight_hr)(_l(\\d{1,3}))?"
            + "(_reverse)?");

    private static final int MOST_INPUTS = 1 << 24;

    private final String prefix;
    private final FileFaults faults;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private int layers;
    private boolean bidirectional;

    private RecurrentReading(String prefix, Map<String, StoredTensor> parts, FileFaults faults) {
        this.prefix = prefix;
        this.faults = faults;
        parts.forEach(this::put);
    }

    /// Whether a tensor of that name, without its prefix, belongs to a recurrent module.
    static boolean isPart(String name) {
        return NAME.matcher(name).matches();
    }

    /// The module that tensors are.
    ///
    /// @param parts by their names without the prefix
    /// @throws ModelFileException when a tensor is missing or of another shape
    static RecurrentModule read(String prefix, Map<String, StoredTensor> parts, FileFaults faults) {
        return new RecurrentReading(prefix, parts, faults).module();
    }

    private void put(String name, StoredTensor tensor) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw faults.unusable("the module " + Quoted.of(prefix) + " has a tensor that is none of its kind",
                    "those of nn.LSTM, nn.GRU or nn.RNN", Quoted.of(name), TorchNames.PLAIN_WEIGHTS);
        }
        int layer = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        layers = Math.max(layers, layer + 1);
        boolean reverse = matcher.group(4) != null;
        bidirectional |= reverse;
        String full = matcher.group(1) + "_l" + layer + (reverse ? RecurrentModule.REVERSE : "");
        if (tensors.put(full, tensor) != null) {
            throw fault("has two tensors for " + full, "", "");
        }
    }

    private RecurrentModule module() {
        StoredTensor input = require("weight_ih_l0", 2);
        StoredTensor recurrent = require("weight_hh_l0", 2);
        StoredTensor projection = tensors.get("weight_hr_l0");
        long outputs = recurrent.shape().getLast();
        long units = projection == null ? outputs : require("weight_hr_l0", 2).shape().getLast();
        long rows = recurrent.shape().getFirst();
        long inputs = input.shape().getLast();
        if (units < 1 || units > RecurrentSpec.MAX_UNITS || inputs < 1 || inputs > MOST_INPUTS || outputs > units) {
            throw fault("has an impossible size",
                    "1 to " + RecurrentSpec.MAX_UNITS + " units, as many outputs at most and 1 to " + MOST_INPUTS
                            + " inputs",
                    units + " units, " + outputs + " outputs and " + inputs + " inputs");
        }
        Cell cell = cell(rows, units, projection != null);
        RecurrentModule module = new RecurrentModule(prefix, cell, (int) inputs, (int) units,
                projection == null ? 0 : (int) outputs, layers, bidirectional, tensors);
        requireShapes(module);
        return module;
    }

    private Cell cell(long rows, long units, boolean projected) {
        for (Cell cell : Cell.values()) {
            if (rows == cell.gates() * units && (!projected || cell == Cell.LSTM)) {
                return cell;
            }
        }
        throw fault("is no LSTM, GRU or RNN", "4, 3 or 1 times as many rows as the " + units + " units",
                rows + " rows of weight_hh_l0");
    }

    private void requireShapes(RecurrentModule module) {
        long rows = (long) module.cell().gates() * module.units();
        long outputs = module.projection() > 0 ? module.projection() : module.units();
        boolean bias = tensors.containsKey("bias_ih_l0");
        int expected = 0;
        for (int layer = 0; layer < layers; layer++) {
            long inputs = layer == 0 ? module.inputs() : module.outputs();
            for (String direction : bidirectional ? List.of("", RecurrentModule.REVERSE) : List.of("")) {
                String end = "_l" + layer + direction;
                requireShape("weight_ih" + end, List.of(rows, inputs));
                requireShape("weight_hh" + end, List.of(rows, outputs));
                if (bias) {
                    requireShape("bias_ih" + end, List.of(rows));
                    requireShape("bias_hh" + end, List.of(rows));
                }
                if (module.projection() > 0) {
                    requireShape("weight_hr" + end, List.of(outputs, (long) module.units()));
                }
                expected += 2 + (bias ? 2 : 0) + (module.projection() > 0 ? 1 : 0);
            }
        }
        if (tensors.size() != expected) {
            throw fault("has more tensors than it has a use for", expected + " tensors",
                    tensors.keySet().toString());
        }
    }

    private void requireShape(String name, List<Long> shape) {
        StoredTensor tensor = require(name, shape.size());
        if (!tensor.shape().equals(shape)) {
            throw fault("has a tensor " + name + " of another shape", shape.toString(), tensor.shape().toString());
        }
    }

    private StoredTensor require(String name, int axes) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null || tensor.shape().size() != axes) {
            throw fault("has no tensor " + name + " of " + axes + " axes", "", tensors.keySet().toString());
        }
        return tensor;
    }

    private ModelFileException fault(String what, String expected, String received) {
        return faults.unusable("the module " + Quoted.of(prefix) + " " + what, expected, received,
                TorchNames.ADVICE);
    }
}
