/// Models of other frameworks in and out, with proof that the numbers are the same. No file that is read here can run code.
@NullMarked
package org.lstm4j.interop;

import org.jspecify.annotations.NullMarked;
