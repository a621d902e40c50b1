/// Studies and training runs kept in one SQLite file.
@NullMarked
package org.lstm4j.tune.study;

import org.jspecify.annotations.NullMarked;
