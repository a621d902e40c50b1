package org.lstm4j.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes of a file, as many as it had when it was opened.
final class FileBytes implements ByteSource {

    private final FileFaults faults;
    private final FileChannel channel;
    private final long size;

    private FileBytes(FileFaults faults, FileChannel channel, long size) {
        this.faults = faults;
        this.channel = channel;
        this.size = size;
    }

    static FileBytes open(Path file) {
        FileFaults faults = new FileFaults(file);
        try {
            requireRegular(file, faults);
            return open(faults, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
    }

    private static FileBytes open(FileFaults faults, FileChannel channel) throws IOException {
        try {
            return new FileBytes(faults, channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void requireRegular(Path file, FileFaults faults) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "a folder" : "a device or pipe";
            throw faults.unusable("not a model file", "a file", kind, "give the path of the file itself");
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public FileFaults faults() {
        return faults;
    }

    @Override
    public void read(long position, ByteBuffer target) {
        requireInside(position, target.remaining());
        try {
            long at = position;
            while (target.hasRemaining()) {
                int count = channel.read(target, at);
                if (count < 0) {
                    throw faults.damaged("the file became shorter while it was read");
                }
                at += count;
            }
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
    }
}
