package org.lstm4j.forecast.baseline;

/// The quantiles of the standard normal distribution, to about 1e-15 of their size.
///
/// Source: Wichura, algorithm AS 241 (PPND16), Applied Statistics 37, 1988: three quotients of polynomials of degree 7.
final class NormalQuantile {

    private static final double CENTRAL = 0.425;
    private static final double TAIL = 5;

    private static final double[] CENTRAL_NUMERATOR = {3.3871328727963666080, 133.14166789178437745,
        1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
        33430.575583588128105, 2509.0809287301226727};
    private static final double[] CENTRAL_DENOMINATOR = {1, 42.313330701600911252, 687.18700749205790830,
        5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674,
        5226.4952788528545610};
    private static final double[] NUMERATOR = {1.42343711074968357734, 4.63033784615654529590,
        5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
        0.0227238449892691845833, 7.74545014278341407640e-4};
    private static final double[] DENOMINATOR = {1, 2.05319162663775882187, 1.67638483018380384940,
        0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966,
        5.47593808499534494600e-4, 1.05075007164441684324e-9};
    private static final double[] FAR_NUMERATOR = {6.65790464350110377720, 5.46378491116411436990,
        1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930, 0.00124266094738807843860,
        2.71155556874348757815e-5, 2.01033439929228813265e-7};
    private static final double[] FAR_DENOMINATOR = {1, 0.599832206555887937690, 0.136929880922735805310,
        0.0148753612908506148525, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
        1.42151175831644588870e-7, 2.04426310338993978564e-15};

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
