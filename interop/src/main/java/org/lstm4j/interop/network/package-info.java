/// What a foreign file says of a network, in our layers, and the network made of it.
@NullMarked
package org.lstm4j.interop.network;

import org.jspecify.annotations.NullMarked;
