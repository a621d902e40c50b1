package org.lstm4j.forecast.baseline;

/// The quantiles of the standard normal distribution, to about 1e-15 of their size.
///
/// Source: Wichura, algorithm AS 241 (PPND16), Applied Statistics 37, 1988: three quotients of polynomials of degree 7.
final class NormalQuantile {

    private static final double CENTRAL = 0.425;
    private static final double TAIL = 5;

    private static final double[] CENTRAL_NUMERATOR = {3.3871328727963665, 133.14166789178438,
        1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227};
    private static final double[] CENTRAL_DENOMINATOR = {1, 42.31333070160091, 687.1870074920579,
        5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
        5226.495278852854};
    private static final double[] NUMERATOR = {1.4234371107496835, 4.630337846156546,
        5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414};
    private static final double[] DENOMINATOR = {1, 2.053191626637759, 1.6763848301838038,
        0.6897673349851, 0.14810397642748008, 0.015198666563616457,
        0.0005475938084995345, 1.0507500716444169e-09};
    private static final double[] FAR_NUMERATOR = {6.657904643501103, 5.463784911164114,
        1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
        2.7115555687434876e-05, 2.0103343992922881e-07};
    private static final double[] FAR_DENOMINATOR = {1, 0.599832206555888, 0.1369298809227358,
        0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-05,
        1.421511758316446e-07, 2.0442631033899397e-15};

    private NormalQuantile() {}

    /// The value that a standard normal variable stays below with the probability given.
    ///
    /// @throws IllegalArgumentException when the probability is not between 0 and 1
    static double of(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "a level is a probability between 0 and 1, such as 0.9, but was " + probability);
        }
        double centred = probability - 0.5;
        if (Math.abs(centred) <= CENTRAL) {
            return centred * quotient(CENTRAL_NUMERATOR, CENTRAL_DENOMINATOR, CENTRAL * CENTRAL - centred * centred);
        }
        double tail = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
        double size = tail <= TAIL
                ? quotient(NUMERATOR, DENOMINATOR, tail - 1.6)
                : quotient(FAR_NUMERATOR, FAR_DENOMINATOR, tail - TAIL);
        return centred < 0 ? -size : size;
    }

    private static double quotient(double[] numerator, double[] denominator, double x) {
        return polynomial(numerator, x) / polynomial(denominator, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            sum = sum * x + coefficients[power];
        }
        return sum;
    }
}
