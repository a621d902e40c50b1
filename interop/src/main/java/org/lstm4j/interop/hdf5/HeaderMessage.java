package org.lstm4j.interop.hdf5;

import org.jspecify.annotations.Nullable;

/// A message of an object header.
///
/// @param kind what it is about
/// @param shared whether the data only says where the message is
/// @param data to be read once
record HeaderMessage(Kind kind, boolean shared, FileBlock data) {

    /// What messages are about that matter here. Specification IV.A.2.
    enum Kind {
        DATASPACE(0x01), LINK_INFO(0x02), DATATYPE(0x03), LINK(0x06), EXTERNAL_FILES(0x07), LAYOUT(0x08), FILTERS(
                0x0b), ATTRIBUTE(0x0c), SYMBOL_TABLE(0x11), ATTRIBUTE_INFO(0x15);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /// The kind of that number, or null for one that says nothing of names and numbers.
        static @Nullable Kind of(int number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            return null;
        }
    }
}
