@NullMarked
package org.lstm4j.forecast;

import org.jspecify.annotations.NullMarked;
