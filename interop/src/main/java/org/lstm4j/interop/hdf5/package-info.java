/// The part of HDF5 that files of weights use, read as data: groups, datasets of numbers and attributes. Nothing outside of the file is ever
/// opened.
@NullMarked
package org.lstm4j.interop.hdf5;

import org.jspecify.annotations.NullMarked;
