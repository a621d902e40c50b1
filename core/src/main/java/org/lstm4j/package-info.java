/// What every part of lstm4j shares: the family of errors that a user can do
/// something about.
@NullMarked
package org.lstm4j;

import org.jspecify.annotations.NullMarked;
