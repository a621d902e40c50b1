/// How densely values lie, estimated from a few of them.
@NullMarked
package org.lstm4j.tune.density;

import org.jspecify.annotations.NullMarked;
