@NullMarked
package org.lstm4j.report;

import org.jspecify.annotations.NullMarked;
