package org.lstm4j.interop.archive;

/// A member of an archive, as the central directory has it.
///
/// @param name of the member
/// @param method 0 for stored, 8 for deflated
/// @param checksum CRC-32 of its content
/// @param packedSize bytes in the archive
/// @param size bytes of its content
/// @param headerAt where its local header begins
record ZipMember(String name, int method, int checksum, long packedSize, long size, long headerAt) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
}
