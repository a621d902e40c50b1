package org.lstm4j.interop.archive;

import org.lstm4j.model.ByteSource;

/// The sizes of a member and the place of its header, from the 64-bit field where the 32-bit ones say that they are there.
record LongSizes(long size, long packed, long header) {

    private static final long ELSEWHERE = 0xffffffffL;
    private static final int FIELD = 1;

    /// @param at where the extra fields begin
    /// @param length bytes of the extra fields
    static LongSizes of(ByteSource source, long at, int length, long size, long packed, long header) {
        if (size != ELSEWHERE && packed != ELSEWHERE && header != ELSEWHERE) {
            return new LongSizes(size, packed, header);
        }
        ByteFields extra = ByteFields.at(source, at, length);
        for (int place = 0; place + 4 <= length; place += 4 + extra.two(place + 2)) {
            if (extra.two(place) == FIELD && place + 4 + extra.two(place + 2) <= length) {
                return read(source, at, extra, place + 4, extra.two(place + 2), new LongSizes(size, packed, header));
            }
        }
        throw source.faults().damagedAt(at, "the 64-bit sizes of a member are missing", "", "");
    }

    private static LongSizes read(ByteSource source, long at, ByteFields extra, int from, int length,
            LongSizes brief) {
        long[] sizes = {brief.size, brief.packed, brief.header};
        int place = from;
        for (int index = 0; index < sizes.length; index++) {
            if (sizes[index] == ELSEWHERE) {
                if (place + Long.BYTES > from + length) {
                    throw source.faults().damagedAt(at, "the 64-bit sizes of a member are cut off", "", "");
                }
                sizes[index] = extra.eight(place);
                place += Long.BYTES;
            }
        }
        return new LongSizes(sizes[0], sizes[1], sizes[2]);
    }
}
