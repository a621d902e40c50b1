package org.lstm4j.interop.pytorch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lstm4j.interop.pickle.KnownGlobals;
import org.lstm4j.interop.pickle.PickleValue.Global;
import org.lstm4j.model.TensorType;

/// The few names of PyTorch that a pickled state_dict has.
final class TorchNames {

    /// Makes a tensor of a part of a storage.
    static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    /// Makes a parameter of a tensor.
    static final String PARAMETER = "torch._utils._rebuild_parameter";

    /// What to do with a file that a state_dict's reader does not take.
    static final String ADVICE = "in Python, save the state_dict alone: torch.save(model.state_dict(), 'model.pt'),"
            + " or better safetensors.torch.save_file(model.state_dict(), 'model.safetensors')";

    /// What to do with weights that are computed from others.
    static final String PLAIN_WEIGHTS = "in Python, make plain weights of it before saving:"
            + " torch.nn.utils.remove_weight_norm(module), remove_spectral_norm(module) or"
            + " parametrize.remove_parametrizations(module, 'weight')";

    private static final Map<String, TensorType> STORAGES = storages();

    private TorchNames() {}

    static KnownGlobals known() {
        Map<String, TensorType> names = new LinkedHashMap<>(STORAGES);
        names.put(TENSOR, TensorType.F32);
        names.put(PARAMETER, TensorType.F32);
        return new KnownGlobals(names.keySet(),
                ADVICE + "; of a checkpoint: torch.save(torch.load('checkpoint.pt')['state_dict'], 'model.pt')");
    }

    /// The type of a storage's elements, or null when it is none that is known.
    static @Nullable TensorType elementType(Global storage) {
        return STORAGES.get(storage.qualified());
    }

    private static Map<String, TensorType> storages() {
        Map<String, TensorType> types = new LinkedHashMap<>();
        types.put("torch.FloatStorage", TensorType.F32);
        types.put("torch.DoubleStorage", TensorType.F64);
        types.put("torch.HalfStorage", TensorType.F16);
        types.put("torch.BFloat16Storage", TensorType.BF16);
        types.put("torch.LongStorage", TensorType.I64);
        types.put("torch.IntStorage", TensorType.I32);
        types.put("torch.ShortStorage", TensorType.I16);
        types.put("torch.CharStorage", TensorType.I8);
        types.put("torch.ByteStorage", TensorType.U8);
        types.put("torch.BoolStorage", TensorType.BOOL);
        return types;
    }
}
