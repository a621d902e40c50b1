package org.lstm4j.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.lstm4j.architecture.Conditions.neverDependOn;
import static org.lstm4j.architecture.Conditions.neverUse;
import static org.lstm4j.architecture.Module.LIBRARY;
import static org.lstm4j.architecture.Module.NUMERIC;
import static org.lstm4j.architecture.Uses.CONSTRUCTOR;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.nio.charset.Charset;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;

/// The same seed gives the same bytes: nothing that differs between machines, runs or JDKs decides a result.
class NumericContractTest {

    /// StrictMath has them with fixed bits; Math may answer with the processor's own.
    @Test
    void elementaryFunctionsComeFromStrictMath() {
        Rule.of(NUMERIC, neverUse(Uses.of(Math.class, "exp", "expm1", "log", "log10", "log1p", "pow", "sin",
                "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot")))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.kernels.UsesMath.class,
                        "java.lang.Math.exp", "java.lang.Math.tanh", "java.lang.Math.log");
    }

    /// They change their bits with the vector width.
    @Test
    void vectorKernelsUseNoElementaryFunctions() {
        Rule.of(Module.KERNELS_VECTOR, neverUse(Uses.of(VectorOperators.class, "EXP", "EXPM1", "LOG", "LOG10", "LOG1P",
                "POW", "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "SINH", "COSH", "TANH", "CBRT", "HYPOT")))
                .holdsForAtLeast(6)
                .isBrokenBy(planted.org.lstm4j.kernels.vector.UsesVectorExp.class, "VectorOperators.EXP");
    }

    /// The order in which lanes are summed is the machine's.
    @Test
    void vectorKernelsDoNotReduceAcrossLanes() {
        DescribedPredicate<JavaAccess<?>> reduction = DescribedPredicate.describe(
                "reduces lanes", access -> access.getName().startsWith("reduceLanes"));
        Rule.of(Module.KERNELS_VECTOR, neverUse(reduction))
                .holdsForAtLeast(6)
                .isBrokenBy(planted.org.lstm4j.kernels.vector.ReducesLanes.class, "reduceLanes");
    }

    @Test
    void randomNumbersComeFromOurOwnStreams() {
        Rule.of(NUMERIC, neverUse(
                Uses.of(Math.class, "random"),
                Uses.of(StrictMath.class, "random"),
                Uses.of(Random.class),
                Uses.of(SplittableRandom.class),
                Uses.of(ThreadLocalRandom.class),
                Uses.of(java.security.SecureRandom.class)))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.nn.DrawsFromTheJdk.class,
                        "java.util.Random.<init>", "java.util.SplittableRandom.<init>", "java.lang.Math.random",
                        "java.util.concurrent.ThreadLocalRandom.current");
        Rule.of(NUMERIC, neverDependOn("java.util.random.."))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.nn.DrawsFromTheJdk.class, "java.util.random.RandomGenerator");
    }

    /// The seconds of an epoch and of a trial are told to whoever watches, slow arithmetic is warned of, the patience with the compiler
    /// and the machine's best speed are measured: clocks enter nothing else.
    @Test
    void resultsKnowNoClock() {
        Rule.of(Module.classesOf(LIBRARY, "org.lstm4j.train.Fitting", "org.lstm4j.compute.FusedMultiplyAdd",
                "org.lstm4j.compute.Patience",
                "org.lstm4j.kernels.vector.FmaCeiling", "org.lstm4j.tune.Climbing"),
                neverUse(
                        Uses.of(System.class, "nanoTime", "currentTimeMillis"),
                        Uses.of(Clock.class),
                        Uses.of(Instant.class, "now"),
                        Uses.of(LocalDate.class, "now"),
                        Uses.of(LocalDateTime.class, "now"),
                        Uses.of(ZonedDateTime.class, "now"),
                        Uses.of(OffsetDateTime.class, "now"),
                        Uses.of(Year.class, "now"),
                        Uses.of(YearMonth.class, "now"),
                        Uses.ofExactly(Date.class, CONSTRUCTOR)))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.nn.ReadsTheClock.class, "java.lang.System.nanoTime",
                        "java.lang.System.currentTimeMillis", "java.time.Clock.systemUTC", "java.time.Instant.now");
    }

    @Test
    void resultsKnowNoLocaleZoneOrCharsetOfTheMachine() {
        Rule.of(LIBRARY, neverUse(
                Uses.of(Locale.class, "getDefault"),
                Uses.of(ZoneId.class, "systemDefault"),
                Uses.of(TimeZone.class, "getDefault"),
                Uses.of(Charset.class, "defaultCharset"),
                Uses.of(String.class, "formatted"),
                Uses.ofExactly(String.class, "format", String.class, Object[].class),
                Uses.ofExactly(String.class, "toLowerCase"),
                Uses.ofExactly(String.class, "toUpperCase"),
                Uses.ofExactly(Formatter.class, CONSTRUCTOR),
                Uses.ofExactly(NumberFormat.class, "getInstance"),
                Uses.ofExactly(DateTimeFormatter.class, "ofPattern", String.class)))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.forecast.KnowsTheMachine.class,
                        "java.util.Locale.getDefault", "java.time.ZoneId.systemDefault", "java.lang.String.formatted",
                        "java.lang.String.format", "java.lang.String.toLowerCase",
                        "java.nio.charset.Charset.defaultCharset");
    }

    /// Lists, LinkedHashMap and TreeMap have an order that is ours.
    @Test
    void coreAndForecastHaveNoHashOrder() {
        Rule.of(NUMERIC, neverDependOn(HashMap.class, HashSet.class, Hashtable.class, IdentityHashMap.class,
                WeakHashMap.class, ConcurrentHashMap.class))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.forecast.IteratesByHash.class, "java.util.HashMap", "java.util.HashSet");
        Rule.of(NUMERIC, neverUse(
                manyOf(Set.class),
                manyOf(Map.class),
                Uses.of(Collectors.class, "toSet", "toUnmodifiableSet", "toUnmodifiableMap"),
                Uses.ofExactly(Collectors.class, "toMap", Function.class, Function.class),
                Uses.ofExactly(Collectors.class, "toMap", Function.class, Function.class, BinaryOperator.class),
                Uses.ofExactly(Collectors.class, "groupingBy", Function.class),
                Uses.ofExactly(Collectors.class, "groupingBy", Function.class, Collector.class)))
                .holdsForAtLeast(200)
                .isBrokenBy(planted.org.lstm4j.forecast.IteratesByHash.class,
                        "java.util.Set.of", "java.util.Map.of", "java.util.stream.Collectors.toSet",
                        "java.util.stream.Collectors.groupingBy");
    }

    /// One small pool computes, and it splits outputs, never sums. The other thread warms kernels up on made-up numbers. Tuning runs whole
    /// trials side by side, each of which computes by itself.
    @Test
    void onlyComputeStartsThreads() {
        Rule.of(Module.classesOf(LIBRARY, "org.lstm4j.compute.WorkerPool", "org.lstm4j.compute.HandOver",
                "org.lstm4j.tune.Climbing"),
                neverUse(
                        Uses.of(Thread.class, CONSTRUCTOR, "ofPlatform", "ofVirtual", "startVirtualThread"),
                        Uses.of(java.util.concurrent.Executors.class),
                        Uses.of(java.util.concurrent.ForkJoinPool.class),
                        Uses.of(java.util.concurrent.CompletableFuture.class),
                        Uses.ofAny("parallel"),
                        Uses.ofAny("parallelStream")))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.train.StartsThreads.class, "java.lang.Thread.<init>",
                        "java.util.concurrent.Executors", "parallelStream", "parallel()");
    }

    @Test
    void layersKnowNeitherClocksNorRandomTypes() {
        Rule.of(resideInAPackage("..lstm4j.nn.."), neverDependOn(
                Clock.class, Instant.class, Random.class, SplittableRandom.class, ThreadLocalRandom.class))
                .holdsForAtLeast(30)
                .isBrokenBy(planted.org.lstm4j.nn.ReadsTheClock.class, "java.time.Clock")
                .isBrokenBy(planted.org.lstm4j.nn.DrawsFromTheJdk.class, "java.util.Random");
    }

    /// `of`, `ofEntries` and `copyOf` of more than one element iterate in an order that changes from run to run.
    private static DescribedPredicate<JavaAccess<?>> manyOf(Class<?> owner) {
        DescribedPredicate<JavaAccess<?>> any = Uses.of(owner, "of", "ofEntries", "copyOf");
        List<DescribedPredicate<JavaAccess<?>>> one = List.of(
                Uses.ofExactly(owner, "of"),
                Uses.ofExactly(Set.class, "of", Object.class),
                Uses.ofExactly(Map.class, "of", Object.class, Object.class));
        return any.and(DescribedPredicate.not(DescribedPredicate.or(one))).as(any.getDescription());
    }
}
