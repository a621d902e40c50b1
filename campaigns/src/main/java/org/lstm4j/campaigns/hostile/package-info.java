/// Files made to do harm: each must be refused soon, and at little cost.
@NullMarked
package org.lstm4j.campaigns.hostile;

import org.jspecify.annotations.NullMarked;
