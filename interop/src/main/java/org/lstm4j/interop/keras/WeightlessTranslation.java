package org.lstm4j.interop.keras;

import java.util.ArrayList;
import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.nn.Activation;
import org.lstm4j.nn.ActivationSpec;
import org.lstm4j.nn.ActivityRegularizationSpec;
import org.lstm4j.nn.DropoutSpec;
import org.lstm4j.nn.FlattenSpec;
import org.lstm4j.nn.GaussianNoiseSpec;
import org.lstm4j.nn.GlobalPoolingSpec;
import org.lstm4j.nn.GlobalPoolingSpec.Pooling;
import org.lstm4j.nn.LastStepSpec;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.MaskingSpec;
import org.lstm4j.nn.RepeatVectorSpec;
import org.lstm4j.nn.ReshapeSpec;
import org.lstm4j.nn.SoftmaxSpec;
import org.lstm4j.nn.SpatialDropoutSpec;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;

/// Layers without weights.
///
/// @param layer of Keras
/// @param in what goes in
record WeightlessTranslation(KerasLayer layer, Sample in) {

    /// @throws IllegalArgumentException when it is of no known kind, or has a setting that ours cannot have
    Translated translate() {
        KerasSettings settings = layer.settings();
        Translated translated = switch (layer.className()) {
            case "Activation" -> same(activation(settings));
            case "ReLU" -> same(relu(settings));
            case "LeakyReLU" -> same(leakyRelu(settings));
            case "ELU" -> same(elu(settings));
            case "Softmax" -> same(softmax(settings));
            case "Dropout" -> same(new DropoutSpec(settings.number("rate", 0f)));
            case "SpatialDropout1D" -> same(new SpatialDropoutSpec(settings.number("rate", 0f)));
            case "GaussianNoise" -> same(new GaussianNoiseSpec(settings.number("stddev", 0f)));
            case "ActivityRegularization" -> same(new ActivityRegularizationSpec(settings.number("l1", 0f),
                    settings.number("l2", 0f)));
            case "GaussianDropout", "AlphaDropout" -> nothing(settings);
            case "Masking" -> masking(settings);
            case "GetItem" -> lastStep(settings);
            case "Flatten" -> flatten(settings);
            case "Reshape" -> reshape(settings);
            case "RepeatVector" -> repeat(settings);
            case "GlobalAveragePooling1D" -> pooling(settings, Pooling.AVERAGE);
            case "GlobalMaxPooling1D" -> pooling(settings, Pooling.MAXIMUM);
            default ->
                throw new IllegalArgumentException(
                        layer.title() + " is of a kind that is not read; docs/interop.md has those that are");
        };
        settings.requireAllTaken();
        return translated;
    }

    private Translated same(LayerSpec spec) {
        return Translated.of(layer, spec, in);
    }

    private Translated nothing(KerasSettings settings) {
        settings.number("rate", 0f);
        return new Translated(List.of(), in);
    }

    private static LayerSpec activation(KerasSettings settings) {
        String name = settings.activationName("activation", "linear");
        return DenseTranslation.isSoftmax(name)
                ? DenseTranslation.softmax(name)
                : new ActivationSpec(settings.named("activation", name));
    }

    private static LayerSpec relu(KerasSettings settings) {
        float most = settings.number("max_value", Float.POSITIVE_INFINITY);
        float slope = settings.number("negative_slope", 0f);
        requireNone(settings, "threshold");
        if (slope == 0f && most == Float.POSITIVE_INFINITY) {
            return new ActivationSpec(Activation.RELU);
        }
        if (slope == 0f && most == 6f) {
            return new ActivationSpec(Activation.RELU6);
        }
        if (slope == 0.2f && most == Float.POSITIVE_INFINITY) {
            return new ActivationSpec(Activation.LEAKY_RELU);
        }
        throw settings.unsupported("negative_slope", JsonValue.of(slope),
                "0 with a max_value of null or 6, or 0.2 with null");
    }

    private static void requireNone(KerasSettings settings, String name) {
        float value = settings.number(name, 0f);
        if (value != 0f) {
            throw settings.unsupported(name, JsonValue.of(value), "0");
        }
    }

    private static LayerSpec leakyRelu(KerasSettings settings) {
        float slope = settings.number("negative_slope", settings.number("alpha", 0.3f));
        if (slope != 0.2f) {
            throw settings.unsupported("negative_slope", JsonValue.of(slope), "0.2");
        }
        return new ActivationSpec(Activation.LEAKY_RELU);
    }

    private static LayerSpec elu(KerasSettings settings) {
        float alpha = settings.number("alpha", 1f);
        if (alpha != 1f) {
            throw settings.unsupported("alpha", JsonValue.of(alpha), "1");
        }
        return new ActivationSpec(Activation.ELU);
    }

    private LayerSpec softmax(KerasSettings settings) {
        settings.requireInnermost("axis", in.rank());
        return new SoftmaxSpec();
    }

    private Translated masking(KerasSettings settings) {
        MaskingSpec spec = new MaskingSpec(settings.number("mask_value", 0f));
        return Translated.of(layer, spec, in.withMasked(true));
    }

    /// `x[:, -1]`, of which [FunctionalNode] made a setting.
    private Translated lastStep(KerasSettings settings) {
        if (!settings.flag(FunctionalNode.LAST_STEP, false) || in.rank() < 2) {
            throw new IllegalArgumentException(layer.title() + " takes a part that is not read; it can be x[:, -1],"
                    + " the last step of a sequence");
        }
        requireAllCount();
        return Translated.of(layer, new LastStepSpec(), in.step());
    }

    private Translated flatten(KerasSettings settings) {
        requireChannelsLast(settings);
        requireAllCount();
        return Translated.of(layer, new FlattenSpec(), Sample.of(Math.toIntExact(elements())));
    }

    private Translated reshape(KerasSettings settings) {
        JsonValue target = settings.take("target_shape");
        requireAllCount();
        List<Integer> sizes = sizes(target == null ? List.of() : target.asList());
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            boolean last = axis == sizes.size() - 1;
            axes.add(new Axis(last ? "features" : axis == 0 ? "steps" : "axis " + axis, sizes.get(axis)));
        }
        return Translated.of(layer, new ReshapeSpec(new Shape(axes)), Sample.of(sizes.toArray(Integer[]::new)));
    }

    /// Sizes of which one may be −1, for what is left.
    private List<Integer> sizes(List<JsonValue> target) {
        List<Integer> sizes = new ArrayList<>();
        long known = 1;
        for (JsonValue size : target) {
            sizes.add(size.asInt());
            known = size.asInt() == -1 ? known : known * size.asInt();
            if (known < 1 || known > elements()) {
                throw new IllegalArgumentException(layer.title() + " cannot make " + target + " of " + in.sizes());
            }
        }
        int rest = (int) (elements() / known);
        sizes.replaceAll(size -> size == -1 ? rest : size);
        return sizes;
    }

    private long elements() {
        try {
            return Math.toIntExact(in.elements());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(layer.title() + " would get too many elements, " + in.sizes(), e);
        }
    }

    private Translated repeat(KerasSettings settings) {
        int steps = settings.count("n");
        return Translated.of(layer, new RepeatVectorSpec(steps), Sample.of(steps, in.last()));
    }

    private Translated pooling(KerasSettings settings, Pooling pooling) {
        requireChannelsLast(settings);
        settings.require("keepdims", JsonValue.of(false));
        if (pooling == Pooling.MAXIMUM) {
            requireAllCount();
        }
        return Translated.of(layer, new GlobalPoolingSpec(pooling), Sample.of(in.last()));
    }

    private static void requireChannelsLast(KerasSettings settings) {
        settings.require("data_format", JsonValue.of("channels_last"));
    }

    /// Keras takes padding for data here.
    private void requireAllCount() {
        if (in.masked()) {
            throw new IllegalArgumentException(
                    layer.title() + " gets masked steps, which Keras takes for data and lstm4j for"
                            + " 0; let the layer before return its last step alone, or leave out the mask");
        }
    }
}
