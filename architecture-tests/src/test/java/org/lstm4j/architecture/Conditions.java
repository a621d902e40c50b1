package org.lstm4j.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The conditions that the rules are made of.
final class Conditions {

    private Conditions() {}

    /// Allows classes of these modules and packages alone. Arrays count as what they hold.
    static ArchCondition<JavaClass> onlyDependOn(Set<Module> modules, List<String> platform, String... libraries) {
        Stream<String> allowed = Stream.of(
                modules.stream().flatMap(Module::packages), platform.stream(), Stream.of(libraries))
                .flatMap(packages -> packages);
        return onlyDependOnClassesThat(in(allowed.toArray(String[]::new)));
    }

    static ArchCondition<JavaClass> neverDependOn(String... packages) {
        return never(dependOnClassesThat(in(packages)));
    }

    static ArchCondition<JavaClass> neverDependOn(Class<?>... types) {
        List<String> names = Stream.of(types).map(Class::getName).toList();
        return never(dependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                "are one of " + names, type -> names.contains(type.getBaseComponentType().getName()))));
    }

    /// Forbids calls, method references, reads and writes.
    @SafeVarargs
    static ArchCondition<JavaClass> neverUse(DescribedPredicate<JavaAccess<?>>... uses) {
        List<DescribedPredicate<JavaAccess<?>>> all = new ArrayList<>();
        for (DescribedPredicate<JavaAccess<?>> use : uses) {
            all.add(use);
        }
        return never(accessTargetWhere(DescribedPredicate.or(all)));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        DescribedPredicate<JavaClass> inPackages = JavaClass.Predicates.resideInAnyPackage(packages);
        return DescribedPredicate.describe(inPackages.getDescription(), type -> inPackages.test(
                type.getBaseComponentType()));
    }
}
