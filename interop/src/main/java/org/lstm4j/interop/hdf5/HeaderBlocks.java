package org.lstm4j.interop.hdf5;

import java.util.ArrayDeque;
import java.util.Deque;

/// The blocks in which the messages of an object header stand: version 1 and 2. Specification IV.A.1.a and b.
final class HeaderBlocks {

    private static final int CONTINUATION = 0x10;
    private static final int CHECKSUM = 4;

    private final FileSpace space;
    private final MessageUse use;
    /// Blocks still to be read, without what surrounds their messages.
    private final Deque<FileBlock> blocks = new ArrayDeque<>();
    private boolean recent;
    private boolean numbered;

    private HeaderBlocks(FileSpace space, MessageUse use) {
        this.space = space;
        this.use = use;
    }

    static void read(FileSpace space, long address, MessageUse use) {
        new HeaderBlocks(space, use).read(address);
    }

    private void read(long address) {
        int first = new FileBlock(space.source(), address, 1).uint8();
        recent = first == 'O';
        blocks.add(recent ? recentStart(address) : oldStart(address));
        while (!blocks.isEmpty()) {
            messages(blocks.remove());
        }
    }

    private FileBlock oldStart(long address) {
        FileBlock prefix = space.take(address, 16);
        prefix.requireVersion("an object header", 1);
        prefix.skip(1 + 2 + 4); // reserved, number of messages, references
        return space.take(address + 16, prefix.uint32());
    }

    private FileBlock recentStart(long address) {
        FileBlock start = space.take(address, 6);
        start.require("OHDR");
        start.requireVersion("an object header", 2);
        int flags = start.uint8();
        numbered = (flags & 0x04) != 0;
        int times = (flags & 0x20) != 0 ? 16 : 0;
        int limits = (flags & 0x10) != 0 ? 4 : 0;
        int sizeBytes = 1 << (flags & 3);
        FileBlock rest = space.take(address + 6, times + limits + sizeBytes);
        rest.skip(times + limits);
        long length = rest.number(sizeBytes);
        space.claim(rest.position() + length, CHECKSUM);
        return space.take(rest.position(), length);
    }

    private void messages(FileBlock block) {
        int head = recent ? numbered ? 6 : 4 : 8;
        while (block.remaining() >= head) { // a smaller gap may follow the last message
            int number = recent ? block.uint8() : block.uint16();
            int size = block.uint16();
            int flags = block.uint8();
            block.skip(recent ? numbered ? 2 : 0 : 3);
            FileBlock data = block.block(size);
            if (number == CONTINUATION) {
                blocks.add(continuation(data));
            } else {
                use.accept(number, flags, data);
            }
        }
    }

    private FileBlock continuation(FileBlock message) {
        long address = message.address();
        long length = message.length();
        if (!recent) {
            return space.take(address, length);
        }
        FileBlock block = space.take(address, length);
        block.require("OCHK");
        return block.block(Math.max(0, block.remaining() - CHECKSUM));
    }

    /// Takes a message.
    interface MessageUse {
        void accept(int number, int flags, FileBlock data);
    }
}
