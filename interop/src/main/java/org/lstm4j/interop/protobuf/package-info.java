/// Protocol Buffers messages of other programs, read field by field without generated code.
@NullMarked
package org.lstm4j.interop.protobuf;

import org.jspecify.annotations.NullMarked;
