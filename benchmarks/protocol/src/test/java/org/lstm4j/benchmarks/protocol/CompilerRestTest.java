package org.lstm4j.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// When the compiler counts as at rest.
class CompilerRestTest {

    private long compiledMilliseconds = 100;
    private long nanoseconds = 7_000_000_000L;

    private final CompilerRest rest = new CompilerRest(() -> compiledMilliseconds, () -> nanoseconds);

    @Test
    void needsHalfASecondWithLittleCompilation() {
        assertThat(after(300, 5)).isFalse();
        assertThat(after(150, 5)).isFalse();
        assertThat(after(60, 5)).isTrue();
    }

    @Test
    void startsAnewWhenTheCompilerWorks() {
        assertThat(after(450, 20)).isFalse();
        assertThat(after(450, 0)).isFalse();
        assertThat(after(60, 0)).isTrue();
    }

    @Test
    void littleByLittleIsMuch() {
        for (int turn = 0; turn < 20; turn++) {
            assertThat(after(100, 8)).isFalse();
        }
    }

    @Test
    void aProcessorLeftToTheCompilerIsEnough() {
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(CompilerRest.forThreads(processors - 1).getAsBoolean()).isTrue();
        assertThat(CompilerRest.forThreads(processors).getAsBoolean()).isFalse();
    }

    private boolean after(long milliseconds, long compiling) {
        nanoseconds += milliseconds * 1_000_000;
        compiledMilliseconds += compiling;
        return rest.atRest();
    }
}
