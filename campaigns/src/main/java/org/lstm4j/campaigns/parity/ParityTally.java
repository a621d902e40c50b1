package org.lstm4j.campaigns.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The differences of one check. Mutable.
final class ParityTally {

    private final String check;
    private final List<Double> differences = new ArrayList<>();
    private double largest;
    private String where = "";
    private int refused;

    ParityTally(String check) {
        this.check = check;
    }

    void add(ParityModel model, double difference) {
        differences.add(difference);
        if (!(difference <= largest)) {
            largest = difference;
            where = model.description().getFileName().toString();
        }
    }

    void refuse() {
        refused++;
    }

    private long above(double difference) {
        return differences.stream().filter(one -> !(one <= difference)).count();
    }

    String line() {
        double median = differences.isEmpty() ? 0 : differences.stream().sorted().toList().get(differences.size() / 2);
        return String.format(Locale.ROOT, "%s,%d,%d,%.2e,%.2e,%d,%s", check, differences.size(), refused, median,
                largest,
                above(1e-5), where);
    }
}
