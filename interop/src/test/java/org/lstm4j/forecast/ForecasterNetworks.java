package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.lstm4j.forecast.head.Head;
import org.lstm4j.forecast.head.PointHead;
import org.lstm4j.forecast.head.QuantileHead;
import org.lstm4j.forecast.prepare.CalendarFeature;
import org.lstm4j.forecast.prepare.CategoryColumn;
import org.lstm4j.forecast.prepare.FeatureSchema;
import org.lstm4j.forecast.prepare.SkipPath;
import org.lstm4j.forecast.prepare.UnknownCategory;
import org.lstm4j.forecast.prepare.WindowForm;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.forecast.prepare.WindowSpec;
import org.lstm4j.nn.DenseSpec;
import org.lstm4j.nn.EmbeddedColumnsSpec;
import org.lstm4j.nn.EmbeddingSpec;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.LayerSpec;
import org.lstm4j.nn.ResidualSpec;
import org.lstm4j.nn.Sequential;
import org.lstm4j.nn.loss.MeanSquaredError;
import org.lstm4j.nn.loss.MonotoneQuantiles;
import org.lstm4j.nn.recurrent.LstmSpec;
import org.lstm4j.nn.recurrent.RecurrentStack;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Networks just as forecasters build them, without training: of both architectures, without a skip path and beside each kind, without
/// categories and with them, alone and several.
public final class ForecasterNetworks {

    private static final WindowSpec WINDOW = new WindowSpec(30, 14);
    private static final int SEGMENT = 12;
    private static final int SEASON = 7;
    private static final int CATEGORIES = 5;

    private ForecasterNetworks() {}

    /// A network.
    ///
    /// @param name says what it is
    /// @param categories how many of the last channels hold such, from 0 to 5
    public record Built(String name, Sequential network, int categories) {

        /// Samples to ask it: random numbers, and random categories at every step.
        public Tensor input(int batch) {
            Random random = new Random(batch);
            Shape sample = network.inputShape();
            Tensor input = Tensor.zeros(sample.withBatch(batch));
            for (int index = 0; index < input.data().length; index++) {
                boolean isCategory = index % sample.last() >= sample.last() - categories;
                input.data()[index] = isCategory ? random.nextInt(CATEGORIES + 1) : (float) random.nextGaussian();
            }
            return input;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// What tells the networks apart.
    private record Case(Architecture architecture, Skip skip, int seeds, List<CategoryColumn> categories) {}

    private enum Skip {
        NONE, SEASONAL, LINEAR
    }

    /// All of them.
    public static List<Built> all() {
        List<Built> all = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            for (Skip skip : Skip.values()) {
                for (int seeds : new int[]{1, 3}) {
                    all.add(build(new Case(architecture, skip, seeds, categories(all.size() % 3))));
                }
            }
        }
        all.add(deepAr());
        return all;
    }

    /// As [org.lstm4j.forecast.deepar.DeepArNetwork] builds it.
    private static Built deepAr() {
        EmbeddingSpec table = new EmbeddingSpec(CATEGORIES + 1, 3);
        List<LayerSpec> around = new ArrayList<>(
                RecurrentStack.of(new LstmSpec(9).withReturnSequences(true), 2).withDropout(0.1f).layers());
        around.add(new DenseSpec(2));
        Sequential network = Sequential.input(Shape.sequence(WINDOW.steps(), 5))
                .add(EmbeddedColumnsSpec.of(table, table)).add(new ResidualSpec(around, true)).build(3);
        shake(network);
        return new Built("deepar", network, 2);
    }

    private static List<CategoryColumn> categories(int kind) {
        CategoryColumn shop = column("shop", CategoryColumn.Role.STATIC);
        return switch (kind) {
            case 0 -> List.of();
            case 1 -> List.of(shop, column("region", CategoryColumn.Role.STATIC));
            default -> List.of(shop, column("weather", CategoryColumn.Role.FUTURE));
        };
    }

    private static CategoryColumn column(String name, CategoryColumn.Role role) {
        return new CategoryColumn(name, role, IntStream.range(0, CATEGORIES).mapToObj(id -> "category " + id).toList());
    }

    private static Built build(Case one) {
        WindowForm form = form(one);
        Head head = one.seeds > 1
                ? new QuantileHead(MonotoneQuantiles.of(0.1, 0.5, 0.9))
                : new PointHead(new MeanSquaredError());
        boolean several = one.seeds > 1;
        NetworkSettings settings = new NetworkSettings(9, several ? 2 : 1,
                several && one.architecture == Architecture.DIRECT, several ? 0.1 : 0, 0,
                several ? Initialization.PYTORCH : Initialization.KERAS, one.architecture);
        List<NetworkWithSkip> networks = new ArrayList<>();
        for (int seed = 0; seed < one.seeds; seed++) {
            networks.add(new NetworkWithSkip(
                    settings.build(form, head.outputs(), SEGMENT, one.skip != Skip.NONE, seed), skip(one.skip)));
        }
        networks.forEach(network -> shake(network.network()));
        String name = one.architecture.label() + ", skip " + one.skip + ", seeds " + one.seeds + ", categories "
                + one.categories.stream().map(CategoryColumn::name).toList();
        return new Built(name, new JoinedNetwork(form, head).of(networks), one.categories.size());
    }

    private static WindowForm form(Case one) {
        FeatureSchema schema = new FeatureSchema(List.of("load", "price"), List.of("wind"), List.of("holiday"),
                List.of(CalendarFeature.WEEKEND), true).withLags(List.of(2, 28))
                .withCategories(one.categories, UnknownCategory.REFUSE);
        return new WindowForm(schema, WINDOW, WindowScaling.NONE, one.architecture.layout(), one.architecture.use(),
                20);
    }

    private static Optional<SkipPath> skip(Skip skip) {
        return switch (skip) {
            case NONE -> Optional.empty();
            case SEASONAL -> Optional.of(SkipPath.seasonal(WINDOW, SEASON));
            case LINEAR -> {
                Random random = new Random(4);
                float[][] weights = new float[WINDOW.horizon()][WINDOW.lookback()];
                for (float[] row : weights) {
                    for (int back = 0; back < row.length; back++) {
                        row[back] = (float) random.nextGaussian() / row.length;
                    }
                }
                yield Optional.of(new SkipPath(weights));
            }
        };
    }

    /// So that no part says 0 only.
    private static void shake(Sequential network) {
        Random random = new Random(5);
        network.parameters().forEach(parameter -> {
            for (int index = 0; index < parameter.value().length; index++) {
                parameter.value()[index] += 0.3f * (random.nextFloat() - 0.5f);
            }
        });
    }
}
