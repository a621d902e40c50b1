/// Models of PyTorch imported, exported and run elsewhere: the same numbers, and wrong ones noticed.
@NullMarked
package org.lstm4j.campaigns.parity;

import org.jspecify.annotations.NullMarked;
