package org.lstm4j.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/// Picks out uses of methods, constructors and fields, whether by a call or by a reference such as `Math::exp`.
final class Uses {

    /// The name of a constructor in bytecode.
    static final String CONSTRUCTOR = "<init>";

    private Uses() {}

    /// Uses of anything that a type has.
    static DescribedPredicate<JavaAccess<?>> of(Class<?> owner) {
        return DescribedPredicate.describe("uses " + owner.getName(), access -> isOwnedBy(owner, access));
    }

    /// Uses of members by their names, whatever they take.
    static DescribedPredicate<JavaAccess<?>> of(Class<?> owner, String... names) {
        List<String> listed = List.of(names);
        return DescribedPredicate.describe(
                "uses " + owner.getName() + " " + listed,
                access -> isOwnedBy(owner, access) && listed.contains(access.getName()));
    }

    /// Uses of a method or constructor with exactly these parameters.
    static DescribedPredicate<JavaAccess<?>> ofExactly(Class<?> owner, String name, Class<?>... parameters) {
        return DescribedPredicate.describe(
                "uses " + owner.getName() + "." + name,
                access -> isOwnedBy(owner, access) && access.getName().equals(name) && takes(access, parameters));
    }

    /// Uses of a method without parameters, whatever type it is called on.
    static DescribedPredicate<JavaAccess<?>> ofAny(String name) {
        return DescribedPredicate.describe(
                "uses any " + name + "()", access -> access.getName().equals(name) && takes(access));
    }

    private static boolean isOwnedBy(Class<?> owner, JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(owner.getName());
    }

    private static boolean takes(JavaAccess<?> access, Class<?>... parameters) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        List<String> taken = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return taken.equals(java.util.Arrays.stream(parameters).map(Class::getName).toList());
    }
}
