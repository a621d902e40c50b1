@NullMarked
package org.lstm4j.cli;

import org.jspecify.annotations.NullMarked;
