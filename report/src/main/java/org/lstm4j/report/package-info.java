/// One self-contained HTML page about a trained model, and plots in the
/// terminal.
@NullMarked
package org.lstm4j.report;

import org.jspecify.annotations.NullMarked;
