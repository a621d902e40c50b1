package org.lstm4j.forecast.deepar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.compute.Compute;

class DeepArTest {

    private final List<DeepArSeries> series = SmallModel.series(4, 60);
    private final DeepAr model = SmallModel.of(series);

    @Test
    void pathsAreTheSameInAnyBatchAndOnAnyNumberOfThreads() {
        List<DeepArOrigin> origins = new ArrayList<>();
        for (int index = 0; index < series.size(); index++) {
            origins.add(new DeepArOrigin(series.get(index), 60 - index));
        }
        for (int threads = 1; threads <= 3; threads++) {
            try (Compute compute = Compute.withThreads(threads)) {
                List<SamplePaths> together = model.paths(origins, 5, 1, compute);
                List<SamplePaths> reversed = model.paths(origins.reversed(), 5, 1, compute).reversed();
                for (int index = 0; index < origins.size(); index++) {
                    DeepArOrigin one = origins.get(index);
                    double[][] alone = model.paths(one.series(), one.origin(), 5, 1, Compute.shared()).values();
                    assertThat(together.get(index).values()).isDeepEqualTo(alone);
                    assertThat(reversed.get(index).values()).isDeepEqualTo(alone);
                }
            }
        }
    }

    /// More series than one batch of the sampler holds.
    @Test
    void manySeriesAreTheSameAsFew() {
        DeepAr many = model.withPaths(1000);
        List<DeepArOrigin> origins = series.stream().map(DeepArOrigin::end).toList();
        List<SamplePaths> together = many.paths(origins, 2, 1, Compute.shared());
        for (int index = 0; index < origins.size(); index++) {
            assertThat(together.get(index).values())
                    .isDeepEqualTo(many.paths(series.get(index), 60, 2, 1, Compute.shared()).values());
        }
    }

    @Test
    void morePathsAndMoreStepsLeaveTheFirstAsTheyAre() {
        double[][] few = paths(series.getFirst(), 60, 3);
        double[][] longer = paths(series.getFirst(), 60, 15); // beyond what it was trained for
        double[][] more = model.withPaths(30).paths(series.getFirst(), 60, 3, 1, Compute.shared()).values();
        for (int path = 0; path < few.length; path++) {
            assertThat(Arrays.copyOf(longer[path], 3)).isEqualTo(few[path]);
            assertThat(more[path]).isEqualTo(few[path]);
        }
        assertThat(longer[0]).hasSize(15);
    }

    @Test
    void pathsDifferBySeedNameAndOrigin() {
        double[][] paths = paths(series.getFirst(), 60, 1);
        DeepArSeries one = series.getFirst();
        DeepArSeries renamed = DeepArSeries.of("other", one.target()).withKnown(one.known());
        assertThat(model.paths(one, 60, 1, 2, Compute.shared()).values()[0][0]).isNotEqualTo(paths[0][0]);
        assertThat(paths(renamed, 60, 1)[0][0]).isNotEqualTo(paths[0][0]);
        assertThat(paths[1][0]).isNotEqualTo(paths[0][0]);
        assertThat(paths(one, 52, 1)[0][0]).isNotEqualTo(paths[0][0]);
    }

    @Test
    void valuesFromTheOriginOnAreNotLookedAt() {
        DeepArSeries whole = series.getFirst();
        double[] cut = whole.target().clone();
        Arrays.fill(cut, 50, 60, Double.NaN);
        DeepArSeries blind = DeepArSeries.of(whole.name(), cut).withKnown(whole.known());
        assertThat(paths(blind, 50, 6)).isDeepEqualTo(paths(whole, 50, 6));
        cut[49] += 1; // and what lies before is
        assertThat(paths(blind, 50, 6)).isNotEqualTo(paths(whole, 50, 6));
    }

    /// With a context of just the steps it has, nothing is padded.
    @Test
    void aSeriesShorterThanTheContextIsForetoldAsWithoutPadding() {
        DeepArSchema schema = model.schema();
        DeepArSchema unpadded = new DeepArSchema(5, schema.scaling(), schema.lags(), schema.readsAge(),
                schema.logScale(), schema.known(),
                schema.statics(), schema.categories());
        DeepAr exact = new DeepAr(unpadded, model.network(), model.likelihood(), model.pathCount());
        DeepArSeries shorter = DeepArSeries.of("short", 9, 11, Double.NaN, 10, 12)
                .withKnown(series.getFirst().known());
        assertThat(paths(shorter, 5, 4))
                .isDeepEqualTo(exact.paths(shorter, 5, 4, 1, Compute.shared()).values());
        List<SamplePaths> besideALongOne = model.paths(
                List.of(DeepArOrigin.end(series.getFirst()), DeepArOrigin.end(shorter)), 4, 1, Compute.shared());
        assertThat(besideALongOne.getLast().values()).isDeepEqualTo(paths(shorter, 5, 4));
    }

    @Test
    void seriesOfZerosAndWithGapsAreForetold() {
        DeepArSeries zeros = DeepArSeries.of("zeros", new double[30]).withKnown(series.getFirst().known());
        double[] values = series.get(1).target().clone();
        Arrays.fill(values, 45, 60, Double.NaN); // all of the context, and before
        DeepArSeries gap = DeepArSeries.of("gap", values).withKnown(series.get(1).known());
        assertThat(Arrays.stream(paths(zeros, 30, 4)).flatMapToDouble(Arrays::stream).toArray())
                .hasSize(80).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(paths(gap, 60, 4)).flatMapToDouble(Arrays::stream).toArray())
                .hasSize(80).doesNotContain(Double.NaN);
    }

    private double[][] paths(DeepArSeries of, int origin, int horizon) {
        return model.paths(of, origin, horizon, 1, Compute.shared()).values();
    }
}
