/// Self-contained HTML pages about a trained model, a tuning study, several runs
/// and the inside of a model, and plots in the terminal.
@NullMarked
package org.lstm4j.report;

import org.jspecify.annotations.NullMarked;
