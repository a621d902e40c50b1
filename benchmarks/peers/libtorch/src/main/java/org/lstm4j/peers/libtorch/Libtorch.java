package org.lstm4j.peers.libtorch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.lstm4j.benchmarks.protocol.Inference;
import org.lstm4j.benchmarks.protocol.Peer;
import org.lstm4j.benchmarks.protocol.PeerProcess;
import org.lstm4j.benchmarks.protocol.Training;
import org.lstm4j.benchmarks.protocol.Weights;
import org.lstm4j.benchmarks.protocol.Workload;

/// The process that measures libtorch.
public final class Libtorch implements Peer {

    private static final Pattern BLAS = Pattern.compile("BLAS_INFO=(\\w+)");
    private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([\\w.]+)");
    private static final Pattern MKL = Pattern.compile("(Math Kernel Library|MKL-DNN) (?:Version )?v?([\\w.]+)");
    private static final Pattern CAPABILITY = Pattern.compile("CPU capability usage: (\\w+)");

    private Libtorch() {}

    public static void main(String[] arguments) {
        PeerProcess.run(new Libtorch(), arguments);
    }

    /// From `torch.show_config`, which tells whether it is the build on MKL.
    @Override
    public String version() {
        String configuration = torch.show_config().getString();
        StringBuilder text = new StringBuilder("libtorch");
        append(text, " ", VERSION.matcher(configuration), 1);
        append(text, "; BLAS ", BLAS.matcher(configuration), 1);
        Matcher libraries = MKL.matcher(configuration);
        while (libraries.find()) {
            boolean oneDnn = libraries.group(1).equals("MKL-DNN");
            text.append(oneDnn ? "; oneDNN " : "; MKL ").append(libraries.group(2));
        }
        append(text, "; ", CAPABILITY.matcher(configuration), 1);
        return text.append("; ").append(torch.get_num_threads()).append(" threads").toString();
    }

    private static void append(StringBuilder text, String joint, Matcher matcher, int group) {
        if (matcher.find()) {
            text.append(joint).append(matcher.group(group));
        }
    }

    @Override
    public void useThreads(int threads) {
        torch.set_num_threads(threads);
        torch.set_num_interop_threads(1);
    }

    @Override
    public Training training(Workload workload, Weights weights, int batch) {
        return new TorchTraining(new TorchNetwork(workload, weights), batch);
    }

    @Override
    public Inference inference(Workload workload, Weights weights, int sequences) {
        return new TorchInference(new TorchNetwork(workload, weights), sequences);
    }

    @Override
    public Inference streaming(Workload workload, Weights weights) {
        return new TorchStreaming(new TorchNetwork(workload, weights));
    }
}
