package planted.org.lstm4j.nn;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Offends on purpose: a JDK may change its generators, and the weights with them.
public final class DrawsFromTheJdk {

    double[] draw() {
        return new double[]{
            Math.random(), new Random(42).nextGaussian(), new SplittableRandom(42).nextDouble(),
            ThreadLocalRandom.current().nextDouble(), RandomGenerator.getDefault().nextDouble()};
    }
}
