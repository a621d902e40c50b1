/// What a pass computes with: the kernels chosen for this JVM, and the threads that share the work.
@NullMarked
package org.lstm4j.compute;

import org.jspecify.annotations.NullMarked;
