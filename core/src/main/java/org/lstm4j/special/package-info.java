/// Functions of mathematical statistics that the JDK lacks, in double, with the same bytes on every machine.
@NullMarked
package org.lstm4j.special;

import org.jspecify.annotations.NullMarked;
