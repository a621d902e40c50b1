package org.lstm4j.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static org.lstm4j.architecture.Conditions.neverDependOn;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.Parameter;

/// Who sees whom inside core, and inside forecast.
class CorePackagesTest {

    @Test
    void layersKnowNothingOfTrainingAndFiles() {
        Rule.of(resideInAPackage("..lstm4j.nn.."), neverDependOn("..lstm4j.train..", "..lstm4j.optim..",
                "..lstm4j.model..", "..lstm4j.json..", "java.io..", "java.nio..", "org.slf4j.."))
                .holdsForAtLeast(30)
                .isBrokenBy(planted.org.lstm4j.nn.SeesMore.class, "org.lstm4j.train.Model", "org.lstm4j.optim.Adam",
                        "org.lstm4j.model.ModelFile", "org.lstm4j.json.Json", "java.io.File", "java.nio.file.Path");
    }

    /// A service that only answers takes in nothing of training; where states are kept is its own affair.
    @Test
    void inferenceKnowsNothingOfTrainingAndFiles() {
        Rule.of(resideInAPackage("..lstm4j.inference.."), neverDependOn("..lstm4j.train..", "..lstm4j.optim..",
                "..lstm4j.model..", "..lstm4j.json..", "java.io..", "java.nio.file..", "org.slf4j.."))
                .holdsForAtLeast(18)
                .isBrokenBy(planted.org.lstm4j.inference.SeesMore.class, "org.lstm4j.train.Model",
                        "java.nio.file.Path");
    }

    @Test
    void optimizersSeeParametersAndNoLayers() {
        DescribedPredicate<JavaClass> moreThanParameter = resideInAPackage("..lstm4j.nn..")
                .and(DescribedPredicate.not(JavaClass.Predicates.type(Parameter.class)))
                .as("are of nn and not its Parameter");
        Rule.of(resideInAPackage("..lstm4j.optim.."), never(dependOnClassesThat(moreThanParameter)))
                .holdsForAtLeast(8)
                .isBrokenBy(planted.org.lstm4j.optim.SeesLayers.class, "org.lstm4j.nn.Layer");
    }

    @Test
    void optimizersSeeNeitherTrainingNorFiles() {
        Rule.of(resideInAPackage("..lstm4j.optim.."), neverDependOn("..lstm4j.train..", "..lstm4j.model..",
                "..lstm4j.compute..", "java.io..", "java.nio.."))
                .holdsForAtLeast(8)
                .isBrokenBy(planted.org.lstm4j.optim.SeesMore.class, "org.lstm4j.train.Model", "java.nio.file.Path");
    }

    @Test
    void theFoundationsSeeNobody() {
        Rule.of(resideInAnyPackage("..lstm4j.tensor..", "..lstm4j.random..", "..lstm4j.json.."),
                neverDependOn("..lstm4j.compute..", "..lstm4j.nn..", "..lstm4j.optim..", "..lstm4j.train..",
                        "..lstm4j.model..", "..lstm4j.kernels.."))
                .holdsForAtLeast(12)
                .isBrokenBy(planted.org.lstm4j.tensor.SeesTheNetwork.class, "org.lstm4j.nn.Sequential");
    }

    /// Training keeps weights in memory. What goes into a file is the affair of the model package, and of the callbacks that
    /// write files, which have a package of their own.
    @Test
    void trainingKnowsNoFiles() {
        DescribedPredicate<JavaClass> withoutFiles = resideInAPackage("..lstm4j.train..")
                .and(DescribedPredicate.not(resideInAPackage("..lstm4j.train.callback..")))
                .as("are of train and not of train.callback");
        Rule.of(withoutFiles, neverDependOn("..lstm4j.model..", "java.nio.file..", "java.io.."))
                .holdsForAtLeast(40)
                .isBrokenBy(planted.org.lstm4j.train.WritesFiles.class, "org.lstm4j.model.ModelFile",
                        "java.nio.file.Path");
    }
}
