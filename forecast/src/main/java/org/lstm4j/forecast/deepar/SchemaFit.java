package org.lstm4j.forecast.deepar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Makes the schema of training series: which lags they are long enough for, how numbers are scaled, which categories there are.
/// Looks at training steps alone.
///
/// @param series checked
/// @param ends for each series the step after its last training step
@SuppressWarnings("ArrayRecordComponent") // a carrier of values, never compared
record SchemaFit(DeepArSettings settings, List<DeepArSeries> series, int[] ends) {

    DeepArSchema schema() {
        DeepArSeries first = series.getFirst();
        List<Standardization> known = new ArrayList<>();
        for (int index = 0; index < first.known().length; index++) {
            known.add(ofKnown(index));
        }
        List<Standardization> statics = new ArrayList<>();
        for (int index = 0; index < first.statics().length; index++) {
            int place = index;
            double[] values = series.stream().mapToDouble(one -> one.statics()[place]).toArray();
            statics.add(Standardization.of(values, values.length));
        }
        List<List<Integer>> categories = new ArrayList<>();
        for (int index = 0; index < first.categories().length; index++) {
            categories.add(categories(index));
        }
        return new DeepArSchema(settings.context(), settings.scaling(), lags(), settings.readsAge(), logScale(), known,
                statics, categories);
    }

    /// A lag of the longest series' length would never meet a value.
    private List<Integer> lags() {
        int longest = Arrays.stream(ends).max().orElse(0);
        List<Integer> met = settings.lags().stream().filter(lag -> lag < longest).toList();
        return met.isEmpty() ? settings.lags().subList(0, 1) : met;
    }

    private Standardization logScale() {
        double[] logs = new double[series.size()];
        int count = 0;
        for (int index = 0; index < series.size(); index++) {
            double scale = settings.scaling().of(series.get(index).target(), 0, ends[index]).scale();
            if (scale > 0) {
                logs[count++] = StrictMath.log(scale);
            }
        }
        return Standardization.of(logs, count);
    }

    private Standardization ofKnown(int feature) {
        double[] values = new double[Arrays.stream(ends).sum()];
        int count = 0;
        for (int index = 0; index < series.size(); index++) {
            System.arraycopy(series.get(index).known()[feature], 0, values, count, ends[index]);
            count += ends[index];
        }
        return Standardization.of(values, count);
    }

    private List<Integer> categories(int place) {
        TreeSet<Integer> seen = new TreeSet<>();
        for (DeepArSeries one : series) {
            seen.add(one.categories()[place]);
        }
        return List.copyOf(seen);
    }
}
