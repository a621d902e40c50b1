package org.lstm4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;

/// A rule about some classes, to be proved from both sides.
///
/// @param scope the classes it is about
/// @param rule what must hold for them
record Rule(DescribedPredicate<JavaClass> scope, ArchRule rule) {

    static Rule of(Set<Module> modules, ArchCondition<JavaClass> condition) {
        return of(Module.classesOf(modules), condition);
    }

    static Rule of(Module module, ArchCondition<JavaClass> condition) {
        return of(module.classes(), condition);
    }

    static Rule of(DescribedPredicate<JavaClass> scope, ArchCondition<JavaClass> condition) {
        return new Rule(scope, ArchRuleDefinition.classes().that(scope).should(condition));
    }

    /// Checks every class of the scope.
    ///
    /// @param least how many classes there are at least; fewer mean that the rule looks in the wrong place
    Rule holdsForAtLeast(int least) {
        assertThat(Production.classes().that(scope)).as("%s, scanned", scope.getDescription())
                .hasSizeGreaterThanOrEqualTo(least);
        rule.check(Production.classes());
        return this;
    }

    /// Checks that the rule can fail.
    ///
    /// @param planted an offender
    /// @param offences what the violations must name, each at least once
    Rule isBrokenBy(Class<?> planted, String... offences) {
        return isBrokenBy(Set.of(planted), offences);
    }

    /// Checks that the rule can fail on offenders that offend together.
    Rule isBrokenBy(Set<Class<?>> planted, String... offences) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);
        EvaluationResult result = rule.evaluate(classes);
        assertThat(result.hasViolation()).as("%s must be broken by %s", rule.getDescription(), planted).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains(offences);
        return this;
    }
}
