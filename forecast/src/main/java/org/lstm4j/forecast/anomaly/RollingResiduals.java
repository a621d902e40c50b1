package org.lstm4j.forecast.anomaly;

import java.util.List;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;

/// The latest residuals, at most as many as there is room for.
final class RollingResiduals {

    private final double[] ring;
    /// where the next one goes
    private int next;
    private int count;

    RollingResiduals(int room) {
        ring = new double[room];
    }

    /// Takes one more, for which the oldest leaves when there is no room.
    void add(double residual) {
        ring[next] = residual;
        next = (next + 1) % ring.length;
        count = Math.min(count + 1, ring.length);
    }

    int count() {
        return count;
    }

    /// @param age 0 for the latest
    double back(int age) {
        return ring[Math.floorMod(next - 1 - age, ring.length)];
    }

    /// The mean of the latest ones, added from the oldest on.
    ///
    /// @param latest at least 1, at most [#count]
    double mean(int latest) {
        double sum = 0;
        for (int age = latest - 1; age >= 0; age--) {
            sum += back(age);
        }
        return sum / latest;
    }

    /// The sample standard deviation of all of them, at least two.
    double deviation(double mean) {
        double squares = 0;
        for (int age = count - 1; age >= 0; age--) {
            double distance = back(age) - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / (count - 1));
    }

    /// From the oldest to the latest.
    JsonArray toJson() {
        double[] ordered = new double[count];
        for (int index = 0; index < count; index++) {
            ordered[index] = back(count - 1 - index);
        }
        return JsonValue.of(ordered);
    }

    /// Takes those that [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when there are more than there is room for, or one is no number
    void addAll(List<JsonValue> residuals) {
        if (residuals.size() > ring.length) {
            throw new IllegalArgumentException(residuals.size() + " residuals are saved, where the settings keep "
                    + ring.length);
        }
        for (JsonValue residual : residuals) {
            double value = residual.asDouble();
            if (!(value >= 0)) {
                throw new IllegalArgumentException("a saved residual is " + value + ", where they are 0 or more");
            }
            add(value);
        }
    }
}
