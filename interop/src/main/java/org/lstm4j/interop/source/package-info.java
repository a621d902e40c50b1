/// Networks and whole forecasters as a file of plain Java that needs nothing: [org.lstm4j.interop.source.JavaSource] writes weights, and loops that say
/// byte for byte what the network says; [org.lstm4j.interop.source.ForecasterSource] writes around them what is done to series before and to
/// forecasts after, in the classes that begin with `Forecast`.
@NullMarked
package org.lstm4j.interop.source;

import org.jspecify.annotations.NullMarked;
