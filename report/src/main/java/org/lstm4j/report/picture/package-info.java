/// Pictures as PNG, made without a graphics toolkit: pixels, letters from a sheet
/// that comes along, colour scales, heat maps and line charts. They need no display,
/// no font and no native library, and equal input gives equal pixels.
@NullMarked
package org.lstm4j.report.picture;

import org.jspecify.annotations.NullMarked;
