@NullMarked
package org.lstm4j.examples;

import org.jspecify.annotations.NullMarked;
