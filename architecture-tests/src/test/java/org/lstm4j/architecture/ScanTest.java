package org.lstm4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the rules look at: every class of every module, or they would pass on nothing.
class ScanTest {

    @ParameterizedTest
    @EnumSource
    void readsAClassForEverySourceFile(Module module) {
        assertThat(Production.sourceFiles(module)).isPositive();
        assertThat(Production.topLevelClasses(module)).isEqualTo(Production.sourceFiles(module));
    }

    @Test
    void everyClassBelongsToOneModule() {
        assertThat(Production.classes()).hasSizeGreaterThan(400);
        assertThat(Production.classes().stream().filter(type -> owners(type) != 1)).isEmpty();
    }

    private static long owners(JavaClass type) {
        return Arrays.stream(Module.values()).filter(module -> module.classes().test(type)).count();
    }
}
