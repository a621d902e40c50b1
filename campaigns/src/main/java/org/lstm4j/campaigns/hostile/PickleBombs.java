package org.lstm4j.campaigns.hostile;

import java.util.Arrays;

/// State_dicts of PyTorch whose pickle claims or builds too much.
record PickleBombs() {

    private static final int MANY = 1_000_000;

    void addTo(HostileFolder folder) {
        addBuilding(folder);
        addTensors(folder);
        addNames(folder);
    }

    private static void addBuilding(HostileFolder folder) {
        add(folder, "a million empty lists", new PickleProgram().repeated(MANY, ']'));
        add(folder, "a million dictionaries", new PickleProgram().repeated(MANY, '}'));
        add(folder, "fifteen million marks", new PickleProgram().repeated(15 * MANY, '('));
        add(folder, "a list a million deep", new PickleProgram().repeated(MANY, ']').repeated(MANY, 'a'));
        add(folder, "tuples a million deep", new PickleProgram().add('N').repeated(MANY, 0x85));
        add(folder, "dictionaries half a million deep", new PickleProgram().repeated(MANY / 3, '}', 'N')
                .repeated(MANY / 3, 's'));
        PickleProgram laughs = new PickleProgram().add('N', 'q', 0);
        for (int level = 1; level < 200; level++) {
            laughs.add('h', level - 1, 'h', level - 1, 0x86, 'q', level);
        }
        add(folder, "two to the 200th values by two hundred references", laughs);
        PickleProgram crowd = new PickleProgram().add('}', 'q', 0);
        for (int level = 1; level < 6; level++) {
            crowd.add('0', '}');
            for (int key = 0; key < 300; key++) {
                crowd.add('M').number(key, Short.BYTES).add('h', level - 1, 's');
            }
            crowd.add('q', level);
        }
        add(folder, "three hundred to the fifth dictionaries by references", crowd);
        add(folder, "a list that holds itself", new PickleProgram().add(']', 'q', 0, 'h', 0, 'a'));
        add(folder, "a dictionary that holds itself", new PickleProgram().add('}', 'q', 0).text("a").add('h', 0, 's'));
        add(folder, "a text of 2^63 - 1 bytes", new PickleProgram().add(0x8d).number(Long.MAX_VALUE, Long.BYTES));
        add(folder, "a text of 2^63 bytes", new PickleProgram().add(0x8d).number(Long.MIN_VALUE, Long.BYTES));
        add(folder, "a text of 2^31 bytes", new PickleProgram().add('X').number(1L << 31, Integer.BYTES));
        add(folder, "bytes of 2^32 - 1", new PickleProgram().add('B').number(-1, Integer.BYTES));
        add(folder, "a value kept as number 2^32 - 1", new PickleProgram().add('N', 'r').number(-1, Integer.BYTES)
                .add('j').number(-1, Integer.BYTES));
        add(folder, "a million values kept", new PickleProgram().add('N').repeated(MANY, 0x94));
        add(folder, "a number of 255 bytes", new PickleProgram().add(0x8a, 255).repeated(255, 0x7f));
        add(folder, "a name of a million letters", new PickleProgram().global("a".repeat(MANY), "b"));
        add(folder, "os.system", new PickleProgram().global("os", "system").add('(').text("true").add('t', 'R'));
    }

    private static void addTensors(HostileFolder folder) {
        long large = 1L << 31;
        for (long[] shape : new long[][]{{large, large}, {1L << 62, 4}, {Long.MAX_VALUE}, {-1, -4}, {0, Long.MAX_VALUE},
            {1L << 20, 1L << 20}, {1 << 13, 1 << 13}, {4, 1 << 24}}) {
            long[] still = new long[shape.length];
            long[] packed = Arrays.stream(shape).map(size -> 1).toArray();
            String size = Arrays.toString(shape);
            addLstm(folder, "a tensor " + size + " over one number, by strides of 0", 4, 0, shape, still);
            addLstm(folder, "a tensor " + size + " over four numbers", 4, 0, shape, packed);
            addLstm(folder, "a storage of 2^62 numbers, a tensor " + size, 1L << 62, 0, shape, packed);
        }
        addLstm(folder, "a tensor at a negative place", 4, -4, new long[]{4, 1}, new long[]{1, 1});
        addLstm(folder, "a tensor at 2^62", 4, 1L << 62, new long[]{4, 1}, new long[]{1, 1});
        addLstm(folder, "negative strides", 4, 3, new long[]{4, 1}, new long[]{-1, 1});
        addLstm(folder, "strides of 2^62", 4, 0, new long[]{4, 1}, new long[]{1L << 62, 1});
        long[] many = new long[10_000];
        Arrays.fill(many, 1);
        addLstm(folder, "ten thousand dimensions", 4, 0, many, many);
    }

    private static void addNames(HostileFolder folder) {
        for (String name : new String[]{"rnn.weight_ih_l999999999", "rnn.weight_ih_l2147483648",
            "rnn.weight_ih_l-1", "rnn.weight_ih_l99999999999999999999", "rnn.nul\0weight_ih_l0",
            "a.".repeat(100_000) + "weight_ih_l0"}) {
            PickleProgram program = new PickleProgram().add('}').text(name)
                    .tensor("0", 4, 0, new long[]{4, 1}, new long[]{1, 1}).add('s');
            add(folder, "a tensor named " + name.substring(0, Math.min(40, name.length())).replace('\0', '?'), program);
        }
        PickleProgram layers = new PickleProgram().add('}', '(');
        PickleProgram modules = new PickleProgram().add('}', '(');
        for (int index = 0; index < 5000; index++) {
            layers.text("rnn.weight_ih_l" + index).tensor("0", 4, 0, new long[]{4, 1}, new long[]{1, 1});
            layers.text("rnn.weight_hh_l" + index).tensor("0", 4, 0, new long[]{4, 1}, new long[]{1, 1});
            modules.text("fc" + index + ".weight").tensor("0", 4, 0, new long[]{2, 2}, new long[]{2, 1});
        }
        PickleProgram scales = new PickleProgram().add('}', '(');
        long[] features = {1024};
        for (int norm = 0; norm < 100; norm++) {
            for (String part : new String[]{"weight", "bias", "running_mean", "running_var"}) {
                scales.text("norm" + norm + "." + part).tensor("0", features[0], 0, features, new long[]{1});
            }
        }
        folder.add("pytorch", "a hundred BatchNorms of 1024 features over one storage", new RawZip()
                .with("m/data.pkl", scales.add('u').bytes()).with("m/data/0", new byte[4096]).bytes());
        add(folder, "five thousand layers", layers.add('u'));
        add(folder, "five thousand modules of one shape", modules.add('u'));
    }

    private static void addLstm(HostileFolder folder, String trick, long elements, long offset, long[] shape,
            long[] strides) {
        add(folder, trick, new PickleProgram().add('}').text("rnn.weight_ih_l0")
                .tensor("0", elements, offset, shape, strides).add('s').text("rnn.weight_hh_l0")
                .tensor("1", 4, 0, new long[]{4, 1}, new long[]{1, 1}).add('s'));
    }

    private static void add(HostileFolder folder, String trick, PickleProgram program) {
        folder.add("pytorch", trick, new RawZip().with("m/data.pkl", program.bytes())
                .with("m/data/0", new byte[16]).with("m/data/1", new byte[16]).with("m/version", new byte[]{'3'})
                .bytes());
    }
}
