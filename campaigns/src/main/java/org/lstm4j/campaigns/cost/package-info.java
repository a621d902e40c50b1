/// What importing costs, in time and memory.
@NullMarked
package org.lstm4j.campaigns.cost;

import org.jspecify.annotations.NullMarked;
