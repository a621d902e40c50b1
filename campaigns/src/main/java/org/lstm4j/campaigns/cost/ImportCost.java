package org.lstm4j.campaigns.cost;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.lstm4j.interop.ModelImport;
import org.lstm4j.interop.network.ImportOptions;
import org.lstm4j.interop.network.ImportedModel;
import org.lstm4j.model.SafetensorsHeader;
import org.lstm4j.model.SafetensorsWriter;
import org.lstm4j.model.TensorType;

/// Imports a state_dict of 100 MB, and reads and hashes its bytes, in turns, and prints the medians and their ratio:
///
/// ```
/// java -Xmx264m -cp … org.lstm4j.campaigns.cost.ImportCost FILE.safetensors
/// ```
///
/// The file is made where it is not there. With the heap above, twice the file and 64 MB, it must not run out of memory. Ends with 1 when the
/// ratio is above 1.3.
public final class ImportCost {

    private static final int UNITS = 2496;
    private static final int FEATURES = 16;
    private static final int TURNS = 9;
    private static final double MOST = 1.3;

    private ImportCost() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path file = Path.of(arguments[0]);
        if (Files.notExists(file)) {
            write(file);
        }
        double[] hashing = new double[TURNS];
        double[] importing = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long began = System.nanoTime();
            hash(file);
            long between = System.nanoTime();
            requireUnits(ModelImport.read(file, ImportOptions.NONE));
            importing[turn] = (System.nanoTime() - between) / 1e6;
            hashing[turn] = (between - began) / 1e6;
        }
        double ratio = median(importing) / median(hashing);
        System.out.printf(Locale.ROOT,
                "bytes %d, read and hashed in %.0f ms, imported in %.0f ms, ratio %.2f, peak heap"
                        + " %d MB of %d%n",
                Files.size(file), median(hashing), median(importing), ratio, peak() >> 20, Runtime
                        .getRuntime().maxMemory() >> 20);
        System.exit(ratio <= MOST ? 0 : 1);
    }

    private static void write(Path file) throws IOException {
        SafetensorsHeader header = SafetensorsHeader.builder()
                .tensor("lstm.weight_ih_l0", TensorType.F32, List.of(4L * UNITS, (long) FEATURES))
                .tensor("lstm.weight_hh_l0", TensorType.F32, List.of(4L * UNITS, (long) UNITS))
                .tensor("lstm.bias_ih_l0", TensorType.F32, List.of(4L * UNITS))
                .tensor("lstm.bias_hh_l0", TensorType.F32, List.of(4L * UNITS))
                .build();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            SafetensorsWriter writer = new SafetensorsWriter(out, header);
            for (int elements : new int[]{4 * UNITS * FEATURES, 4 * UNITS * UNITS, 4 * UNITS, 4 * UNITS}) {
                float[] values = new float[elements];
                for (int index = 0; index < elements; index++) {
                    values[index] = random.nextFloat() - 0.5f;
                }
                writer.write(values);
            }
            writer.finish();
        }
    }

    private static void hash(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteBuffer block = ByteBuffer.allocate(1 << 16);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(block.clear()) >= 0) {
                digest.update(block.flip());
            }
        }
        if (digest.digest().length == 0) {
            throw new IllegalStateException("nothing was hashed");
        }
    }

    private static void requireUnits(ImportedModel model) {
        int units = model.network().outputShape().elements();
        if (units != UNITS) {
            throw new IllegalStateException("imported another model: " + units + " units");
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
