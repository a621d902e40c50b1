package org.lstm4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// House rules that a compiler does not check.
class HouseStyleTest {

    private static final Set<Module> ALL = EnumSet.allOf(Module.class);

    @Test
    void everyPackageIsNullMarked() {
        Rule.of(ALL,
                condition("be in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " is not @NullMarked")))
                .holdsForAtLeast(400)
                .isBrokenBy(planted.org.lstm4j.optim.SeesLayers.class, "planted.org.lstm4j.optim is not @NullMarked");
    }

    /// Such a name says that nobody knew what the class is.
    @Test
    void noNameIsEmpty() {
        Rule.of(ALL, condition("have a telling name", type -> Stream.of("Util", "Utils", "Helper", "Manager", "Impl")
                .filter(type.getSimpleName()::endsWith)
                .map(ending -> type.getName() + " ends in " + ending)))
                .holdsForAtLeast(400)
                .isBrokenBy(planted.org.lstm4j.data.ReadingUtils.class, "ReadingUtils ends in Utils");
    }

    /// State that all callers share would make results depend on who came before.
    @Test
    void libraryHasNoStaticState() {
        Rule.of(Module.LIBRARY, condition("have no static state", type -> type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName)))
                .holdsForAtLeast(300)
                .isBrokenBy(planted.org.lstm4j.data.ReadingUtils.class, "ReadingUtils.reads");
    }

    private static ArchCondition<JavaClass> condition(String name, Function<JavaClass, Stream<String>> faults) {
        return new ArchCondition<>(name) {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }
}
