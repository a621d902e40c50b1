/// Running a trained network: weights packed once and shared by many callers, single sequences, batches and endless streams.
@NullMarked
package org.lstm4j.inference;

import org.jspecify.annotations.NullMarked;
