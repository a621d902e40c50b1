package org.lstm4j.tune.sampler;

import java.util.Comparator;

/// The order of trials by what they came to. Errors of different rungs cannot be compared; to have climbed higher is what others were
/// beaten for, so it comes first, then the error up there. Trials that failed come after those, and trials under way last, so that nobody
/// goes where somebody is.
final class BestFirst implements Comparator<EarlierTrial> {

    @Override
    public int compare(EarlierTrial one, EarlierTrial other) {
        int order = Boolean.compare(other.isMeasured(), one.isMeasured());
        if (order == 0) {
            order = Integer.compare(other.errors().size(), one.errors().size());
        }
        if (order == 0 && one.isMeasured()) {
            order = Double.compare(one.errors().getLast(), other.errors().getLast());
        }
        return order == 0 ? Integer.compare(one.number(), other.number()) : order;
    }
}
