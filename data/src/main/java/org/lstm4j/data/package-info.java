@NullMarked
package org.lstm4j.data;

import org.jspecify.annotations.NullMarked;
