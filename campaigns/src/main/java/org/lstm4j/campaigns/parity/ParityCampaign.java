package org.lstm4j.campaigns.parity;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lstm4j.ConfigurationException;
import org.lstm4j.compute.Compute;
import org.lstm4j.interop.onnx.ExportOptions;
import org.lstm4j.interop.onnx.OnnxWriter;
import org.lstm4j.interop.verify.Reference;
import org.lstm4j.interop.verify.Verification;
import org.lstm4j.nn.Sequential;

/// Imports the models that `src/main/python/parity_models.py` wrote and compares what they say with what PyTorch said in float64:
///
/// ```
/// java -cp … org.lstm4j.campaigns.parity.ParityCampaign FOLDER
/// ```
///
/// It prints how many models there were, the largest difference in standard deviations of a model's outputs, and where: of PyTorch's own
/// float32, of weights, of ONNX models, of our own ONNX models run by ONNX Runtime. Mistakes are then planted in each network, and must be noticed. Ends with 1 when a
/// difference is larger than 10⁻⁵ and twice that of PyTorch's own float32, or a mistake is not noticed.
public final class ParityCampaign {

    private static final double TOLERANCE = 1e-5;

    private final ParityTally rounding = new ParityTally("float32 of PyTorch itself");
    private final ParityTally weights = new ParityTally("state_dicts of PyTorch imported");
    private final ParityTally onnx = new ParityTally("ONNX models of PyTorch imported");
    private final ParityTally exported = new ParityTally("exported as ONNX, run by ONNX Runtime");
    private int tooFar;
    private int planted;
    private int noticed;

    private ParityCampaign() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        ParityCampaign campaign = new ParityCampaign();
        for (ParityModel model : models(Path.of(arguments[0]))) {
            campaign.run(model);
        }
        System.exit(campaign.report() ? 0 : 1);
    }

    private static List<ParityModel> models(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(ParityModel::new).toList();
        }
    }

    private void run(ParityModel model) throws IOException, OrtException {
        Reference reference = model.reference();
        Sequential network = model.ofWeights();
        rounding.add(model, model.rounding());
        add(weights, model, compare(network, reference));
        if (model.hasOnnx()) {
            add(onnx, model, compare(model.ofOnnx(), reference));
        }
        export(model, network, reference);
        for (NegativeControl control : NegativeControl.values()) {
            Sequential wrong = model.ofWeights();
            if (control.plant(wrong)) {
                planted++;
                noticed += compare(wrong, reference) > TOLERANCE ? 1 : 0;
            }
        }
    }

    private void export(ParityModel model, Sequential network, Reference reference) throws IOException, OrtException {
        byte[] bytes;
        try {
            bytes = OnnxWriter.toBytes(network, ExportOptions.PLAIN);
        } catch (ConfigurationException e) {
            exported.refuse(); // a layer that ONNX has not
            return;
        }
        float[] said = OnnxRuntimeModel.run(bytes, reference.inputs());
        add(exported, model, Verification.compare(reference, said).largestDifference());
    }

    /// Where float32 itself is far from float64, two programs that round in other orders are as far from each other.
    private void add(ParityTally tally, ParityModel model, double difference) throws IOException {
        tally.add(model, difference);
        tooFar += difference > Math.max(TOLERANCE, 2 * model.rounding()) ? 1 : 0;
    }

    private static double compare(Sequential network, Reference reference) {
        return Verification.compare(network, reference, Compute.shared()).largestDifference();
    }

    private boolean report() {
        System.out.println("check,models,refused,median,largest,above_1e-5,at");
        for (ParityTally tally : List.of(rounding, weights, onnx, exported)) {
            System.out.println(tally.line());
        }
        System.out.printf(Locale.ROOT, "planted mistakes noticed: %d of %d%n", noticed, planted);
        System.out.printf(Locale.ROOT, "beyond %.0e and twice PyTorch's own float32: %d%n", TOLERANCE, tooFar);
        return noticed == planted && tooFar == 0;
    }
}
