/// What is asked of weights beside a small loss: penalties on their size, and bounds that they are kept in.
@NullMarked
package org.lstm4j.nn.weight;

import org.jspecify.annotations.NullMarked;
