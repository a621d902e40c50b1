package org.lstm4j.forecast.deepar;

/// What brings the values of a window to the size that the network works with: (value − shift) / scale, so that one network serves
/// series of any size. Source: Salinas et al., DeepAR, 2020, section 3.3, without the shift.
///
/// @param scale at least 0; above 0 wherever it divides
record WindowScale(double shift, double scale) {

    double of(double value) {
        return (value - shift) / scale;
    }
}
