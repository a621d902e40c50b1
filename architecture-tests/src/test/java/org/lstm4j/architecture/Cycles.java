package org.lstm4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.function.Function;

/// Rules that packages of a module do not depend on each other in a circle.
final class Cycles {

    private static final String ROOT = "lstm4j";

    private Cycles() {}

    /// Forbids circles between the parts of a module.
    ///
    /// @param part names the part that a class of the module belongs to
    static Rule forbiddenIn(Module module, Function<JavaClass, String> part) {
        SliceAssignment parts = new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return module.classes().test(type) ? SliceIdentifier.of(part.apply(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "parts of " + module.folder();
            }
        };
        return new Rule(
                module.classes(),
                SlicesRuleDefinition.slices().assignedFrom(parts).should().beFreeOfCycles());
    }

    /// The package below `org.lstm4j`.
    static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.indexOf(ROOT) + ROOT.length());
    }
}
