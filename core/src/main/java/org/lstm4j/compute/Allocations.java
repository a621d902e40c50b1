package org.lstm4j.compute;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Tells whether something allocates. Kernels that are not compiled do, because every vector is an object on the heap then;
/// compiled they do not.
final class Allocations {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Whether this JVM can say: a trimmed one may lack the module.
    static boolean canBeSeen() {
        return ModuleLayer.boot().findModule("jdk.management").isPresent();
    }

    /// Whether the current thread runs `work` without allocating.
    boolean none(Runnable work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() == before;
    }
}
