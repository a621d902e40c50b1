package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.likelihood.Distribution;
import org.lstm4j.forecast.likelihood.Likelihood;
import org.lstm4j.inference.PredictionWithStates;
import org.lstm4j.inference.Predictor;
import org.lstm4j.inference.StreamState;
import org.lstm4j.nn.StepMask;
import org.lstm4j.nn.recurrent.RecurrentState;
import org.lstm4j.random.RandomStream;
import org.lstm4j.random.RandomStreams;
import org.lstm4j.tensor.Axis;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

/// Draws paths step by step: the network reads the context once, then every path goes on from there with states of its own and reads
/// what it has drawn. Rows of a batch are paths of series, the paths of one series beside each other.
///
/// Each path draws from a stream of its own, named by series, origin and path: it depends neither on the other series of the batch
/// nor on how many paths or steps are asked for.
final class PathSampler {

    private final DeepArSchema schema;
    private final StepColumns columns;
    private final Predictor predictor;
    private final Likelihood likelihood;
    private final int outputs;
    private final Compute compute;
    private final List<DeepArOrigin> origins;
    private final WindowScale[] scales;
    private final int paths;

    /// @param origins checked
    PathSampler(
            DeepArSchema schema,
            Predictor predictor,
            Likelihood likelihood,
            Compute compute,
            List<DeepArOrigin> origins,
            int paths) {
        this.schema = schema;
        this.columns = new StepColumns(schema);
        this.predictor = predictor.on(compute);
        this.likelihood = likelihood;
        this.outputs = likelihood.loss().groupSize();
        this.compute = compute;
        this.origins = origins;
        this.paths = paths;
        scales = new WindowScale[origins.size()];
        for (int place = 0; place < scales.length; place++) {
            DeepArOrigin from = origins.get(place);
            scales[place] = schema.scale(from.series().target(), from.origin());
        }
    }

    List<SamplePaths> draw(int horizon, long seed) {
        double[][][] drawn = new double[origins.size()][paths][horizon];
        RandomStream[][] streams = streams(seed);
        Tensor input = Tensor.zeros(Shape.sequence(1, columns.count()).withBatch(origins.size() * paths));
        StreamState states = forEachPath(statesAfterContext());
        for (int ahead = 0; ahead < horizon; ahead++) {
            int step = ahead;
            compute.workers().run(place -> writeColumns(place, step, drawn[place], input.data()), origins.size());
            PredictionWithStates answer = predictor.predictWithStates(input, states);
            states = answer.states();
            float[] said = answer.output().data();
            compute.workers().run(place -> drawStep(place, step, said, streams[place], drawn[place]), origins.size());
        }
        return Arrays.stream(drawn).map(SamplePaths::new).toList();
    }

    private RandomStream[][] streams(long seed) {
        RandomStreams named = new RandomStreams(seed);
        RandomStream[][] streams = new RandomStream[origins.size()][paths];
        for (int place = 0; place < streams.length; place++) {
            DeepArOrigin from = origins.get(place);
            for (int path = 0; path < paths; path++) {
                streams[place][path] = named
                        .stream("path " + path + " of series " + from.series().name() + " from " + from.origin());
            }
        }
        return streams;
    }

    private void writeColumns(int place, int ahead, double[][] drawn, float[] rows) {
        DeepArOrigin from = origins.get(place);
        for (int path = 0; path < paths; path++) {
            StepColumns.Past past = new StepColumns.Past(from.series().target(), from.origin(), drawn[path]);
            columns.write(from.series(), from.origin() + ahead, scales[place], past, rows,
                    (place * paths + path) * columns.count());
        }
    }

    private void drawStep(int place, int ahead, float[] said, RandomStream[] streams, double[][] drawn) {
        for (int path = 0; path < paths; path++) {
            drawn[path][ahead] = distribution(said, (place * paths + path) * outputs, scales[place])
                    .sample(streams[path]);
        }
    }

    private Distribution distribution(float[] said, int from, WindowScale scale) {
        return likelihood.distribution(said, from, scale.shift(), scale.scale());
    }

    /// The states after the context of each series; steps before it began do not count.
    private StreamState statesAfterContext() {
        int context = schema.context();
        Tensor inputs = Tensor.zeros(Shape.sequence(context, columns.count()).withBatch(origins.size()));
        StepMask mask = StepMask.all(origins.size(), context);
        for (int place = 0; place < origins.size(); place++) {
            DeepArOrigin from = origins.get(place);
            StepColumns.Past past = new StepColumns.Past(from.series().target(), from.origin(), new double[0]);
            for (int index = 0; index < context; index++) {
                int step = from.origin() - context + index;
                mask.set(place, index, step >= 0);
                if (step >= 0) {
                    columns.write(from.series(), step, scales[place], past, inputs.data(),
                            (place * context + index) * columns.count());
                }
            }
        }
        return predictor.predictWithStates(inputs, mask, null).states();
    }

    /// The states of every series, once for each of its paths.
    private StreamState forEachPath(StreamState states) {
        List<RecurrentState> repeated = new ArrayList<>();
        for (RecurrentState layer : states.layers()) {
            repeated.add(new RecurrentState(forEachPath(layer.hidden()), forEachPath(layer.cell())));
        }
        return new StreamState(repeated);
    }

    private Tensor forEachPath(Tensor rows) {
        int size = rows.shape().last();
        Tensor repeated = Tensor.zeros(Shape.of(Axis.batch(rows.batch() * paths), new Axis("units", size)));
        for (int row = 0; row < repeated.batch(); row++) {
            System.arraycopy(rows.data(), row / paths * size, repeated.data(), row * size, size);
        }
        return repeated;
    }
}
