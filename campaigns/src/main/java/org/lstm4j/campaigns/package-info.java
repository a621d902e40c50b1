/// Long checks of what the library promises of foreign files. Each is a program; the suite runs a short form of it.
@NullMarked
package org.lstm4j.campaigns;

import org.jspecify.annotations.NullMarked;
