package org.lstm4j.campaigns.hostile;

import java.util.Map;
import org.lstm4j.campaigns.SoundFiles;

/// Archives that claim, or unpack to, much more than they are, of the three formats that are archives.
///
/// @param sound files that are as they should be
/// @param largest bytes that a bomb unpacks to
record ZipBombs(SoundFiles sound, long largest) {

    private static final long MEGABYTE = 1 << 20;
    private static final int MANY = 120_000;
    private static final int SEVERAL = 24;

    void addTo(HostileFolder folder) {
        Map<String, byte[]> torch = sound.members("pytorch/lstm_no_bias.pt");
        Map<String, byte[]> keras = sound.members("keras/simple_rnn.keras");
        Map<String, byte[]> numpy = sound.members("pytorch/gru_io.npz");
        add(folder, "pytorch", torch, "lstm_no_bias/data.pkl");
        add(folder, "pytorch", torch, "lstm_no_bias/data/0");
        add(folder, "keras", keras, "config.json");
        add(folder, "keras", keras, "model.weights.h5");
        add(folder, "numpy", numpy, "input.npy");
        addLists(folder, "pytorch", torch);
        addLists(folder, "keras", keras);
        addLists(folder, "numpy", numpy);
        addSeveral(folder);
    }

    /// One member is not what it claims.
    private void add(HostileFolder folder, String format, Map<String, byte[]> members, String bad) {
        for (long size = 16 * MEGABYTE; size <= largest; size *= 8) {
            folder.add(format, bad + " unpacks to " + size + " zeros", without(members, bad).withZeros(bad, size)
                    .bytes());
        }
        byte[] few = RawZip.Zeros.of(1 << 16).deflated();
        for (long size : new long[]{1L << 31, (1L << 32) - 2, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE}) {
            folder.add(format, bad + " claims to unpack to " + Long.toUnsignedString(size), without(members, bad)
                    .deflatedClaiming(bad, few, size).bytes());
            folder.add(format, bad + " claims " + Long.toUnsignedString(size) + " stored bytes", without(members, bad)
                    .claiming(bad, few, size, size).bytes());
        }
    }

    /// The directory is not what it should be.
    private static void addLists(HostileFolder folder, String format, Map<String, byte[]> members) {
        byte[] first = members.values().iterator().next();
        String name = members.keySet().iterator().next();
        RawZip overlapping = all(members);
        RawZip crowded = all(members);
        for (int index = 0; index < MANY; index++) {
            if (index < 1000) {
                overlapping.again("again/" + index, first);
            }
            crowded.with("empty/" + index, new byte[0]);
        }
        folder.add(format, "a thousand names for the same bytes", overlapping.bytes());
        folder.add(format, MANY + " empty members", crowded.bytes());
        folder.add(format, "one name twice", all(members).with(name, first).bytes());
        folder.add(format, "NUL in a name", all(members).with("nul\0" + name, first).bytes());
        folder.add(format, "a directory of 2^63 - 1 members", all(members).bytes(Long.MAX_VALUE, 0, 100));
        folder.add(format, "a directory beyond the end", all(members).bytes(3, Long.MAX_VALUE, Long.MAX_VALUE));
        folder.add(format, "a directory at a negative place", all(members).bytes(3, Long.MIN_VALUE, 300));
        folder.add(format, "a directory of 2^40 bytes", all(members).bytes(3, 0, 1L << 40));
    }

    /// Each member unpacks to what a single one may; all together are too much.
    private static void addSeveral(HostileFolder folder) {
        RawZip arrays = new RawZip();
        RawZip storages = new RawZip();
        PickleProgram tensors = new PickleProgram().add('}', '(');
        long elements = 4 * MEGABYTE - 128;
        byte[] header = NumpyBombs.array("{'descr': '<f4', 'fortran_order': False, 'shape': (" + elements + ",), }");
        for (int index = 0; index < SEVERAL; index++) {
            arrays.withZeros("array" + index + ".npy", header, 4 * elements);
            storages.withZeros("m/data/" + index, 4 * elements);
            tensors.text("fc" + index + ".bias").tensor(Integer.toString(index), elements, 0, new long[]{elements},
                    new long[]{1});
        }
        folder.add("numpy", SEVERAL + " arrays that unpack to 16 MB each", arrays.bytes());
        folder.add("pytorch", SEVERAL + " storages that unpack to 16 MB each",
                storages.with("m/data.pkl", tensors.add('u')
                        .bytes()).bytes());
    }

    private static RawZip without(Map<String, byte[]> members, String bad) {
        RawZip zip = new RawZip();
        members.forEach((name, content) -> {
            if (!name.equals(bad)) {
                zip.with(name, content);
            }
        });
        return zip;
    }

    private static RawZip all(Map<String, byte[]> members) {
        return without(members, "");
    }
}
