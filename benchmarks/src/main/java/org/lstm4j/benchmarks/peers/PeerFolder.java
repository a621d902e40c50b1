package org.lstm4j.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.lstm4j.benchmarks.protocol.Mode;

/// A peer's folder in `benchmarks/peers`: what its `peer.properties` says, and what Maven built.
///
/// | key | value |
/// |---|---|
/// | `main` | the class that runs [org.lstm4j.benchmarks.protocol.PeerProcess] |
/// | `modes` | what it can be measured in |
/// | `quick` | in what of that it is measured with `--quick`; nothing when absent |
/// | `openmp` | `true`: on several threads it is measured a second time with passive waiting |
/// | `flags`, `environment` | for its JVM, separated by blanks |
/// | `ceiling` | a class that prints what its matrix product reaches, in GFLOP/s, on the threads named |
///
/// @param name that of the folder
/// @param folder where it is
/// @param properties what the file says
record PeerFolder(String name, Path folder, Map<String, String> properties) {

    private static final String CLASS_PATH = "target/class-path.txt";

    PeerFolder {
        properties = Map.copyOf(properties);
    }

    /// All peers in a folder, in the order of their names.
    ///
    /// @throws IOException when a file cannot be read
    static List<PeerFolder> in(Path peers) throws IOException {
        if (!Files.isDirectory(peers)) {
            return List.of();
        }
        List<PeerFolder> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(peers)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve("peer.properties");
                if (Files.isRegularFile(file)) {
                    found.add(new PeerFolder(folder.getFileName().toString(), folder.toAbsolutePath().normalize(),
                            read(file)));
                }
            }
        }
        return found;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            values.put(key, properties.getProperty(key).strip());
        }
        return values;
    }

    /// Why it cannot run, if so.
    Optional<String> missing() {
        return Files.isRegularFile(folder.resolve(CLASS_PATH)) && Files.isDirectory(folder.resolve("target/classes"))
                ? Optional.empty()
                : Optional.of("not built: see target/launcher/peers.log");
    }

    /// The contestants it gives: one, or two where it computes with OpenMP.
    ///
    /// @throws IOException when its class path cannot be read
    List<Contestant> contestants(boolean quick) throws IOException {
        Set<Mode> modes = modes(quick ? "quick" : "modes");
        Map<String, String> environment = environment();
        List<String> command = command(value("main"));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant(name, command, environment, modes, 1));
        if (value("openmp").equals("true")) {
            Map<String, String> passive = new HashMap<>(environment);
            passive.put("OMP_WAIT_POLICY", "PASSIVE");
            contestants.add(new Contestant(name + "-passive", command, passive, modes, 2));
        }
        return contestants;
    }

    /// The command that prints what its matrix product reaches, without the number of threads.
    ///
    /// @throws IOException when its class path cannot be read
    Optional<List<String>> ceilingCommand() throws IOException {
        String main = value("ceiling");
        return main.isEmpty() || missing().isPresent() ? Optional.empty() : Optional.of(command(main));
    }

    private List<String> command(String main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(words("flags"));
        String libraries = Files.readString(folder.resolve(CLASS_PATH)).strip();
        command.addAll(List.of("-cp", folder.resolve("target/classes") + File.pathSeparator + libraries, main));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String word : words("environment")) {
            int equals = word.indexOf('=');
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return environment;
    }

    private Set<Mode> modes(String key) {
        Set<Mode> modes = new HashSet<>();
        for (String label : value(key).split(",", -1)) {
            Mode.of(label.strip()).ifPresent(modes::add);
        }
        return modes;
    }

    /// The words of a value, with this folder in the place of its name.
    private List<String> words(String key) {
        return Stream.of(value(key).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("${folder}", folder.toString()))
                .toList();
    }

    private String value(String key) {
        return properties.getOrDefault(key, "");
    }
}
