/// Short programs that show the library at work; the tests run each of them.
@NullMarked
package org.lstm4j.examples;

import org.jspecify.annotations.NullMarked;
