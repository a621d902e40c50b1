package org.lstm4j.tune.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lstm4j.json.Json;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.json.JsonValue.JsonText;

/// What makes a study this one and no other: a trial of one study says nothing about another. How many trials there are and how long they
/// may take is no part of it, so that a study can go on.
///
/// @param dataSha256 fingerprint of the data, 64 hexadecimal digits
/// @param rungs how many rungs there are, at least 1
/// @param seed of everything random
/// @param space what is searched, by hyperparameter
/// @param settings everything else that decides a score, by its name on the command line: `horizon`, `target`, `sampler`
/// @param version of lstm4j
public record StudyIdentity(
        String dataSha256, int rungs, long seed, JsonObject space, JsonObject settings, String version) {

    private static final int LONGEST = 60;

    public StudyIdentity {
        Checks.requireSha256("data", dataSha256);
        Checks.requireAtLeast(1, "rungs", rungs);
    }

    /// A difference between two studies.
    ///
    /// @param name of what differs: `data`, `seed`, a setting, `space of hidden`
    /// @param one its value here, or `nothing`
    /// @param other its value there
    record Difference(String name, String one, String other) {}

    /// Where this study differs from another; empty when they are the same.
    List<Difference> differencesFrom(StudyIdentity other) {
        List<Difference> found = new ArrayList<>();
        add(found, "data", JsonValue.of(dataSha256), JsonValue.of(other.dataSha256));
        addMembers(found, "", settings, other.settings);
        addMembers(found, "space of ", space, other.space);
        add(found, "rungs", JsonValue.of(rungs), JsonValue.of(other.rungs));
        add(found, "seed", JsonValue.of(seed), JsonValue.of(other.seed));
        add(found, "version of lstm4j", JsonValue.of(version), JsonValue.of(other.version));
        return found;
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("data_sha256", dataSha256)
                .put("rungs", rungs)
                .put("seed", seed)
                .put("space", space)
                .put("settings", settings)
                .put("lstm4j", version)
                .build();
    }

    /// The reverse of [#toJson].
    ///
    /// @throws IllegalArgumentException when that is not what the JSON says
    static StudyIdentity of(JsonObject json) {
        return new StudyIdentity(
                json.require("data_sha256").asText(),
                json.require("rungs").asInt(),
                json.require("seed").asLong(),
                json.require("space").asObject(),
                json.require("settings").asObject(),
                json.require("lstm4j").asText());
    }

    private static void addMembers(List<Difference> found, String prefix, JsonObject one, JsonObject other) {
        Set<String> names = new LinkedHashSet<>(one.members().keySet());
        names.addAll(other.members().keySet());
        for (String name : names) {
            add(found, prefix + name, one.get(name), other.get(name));
        }
    }

    private static void add(List<Difference> found, String name, @Nullable JsonValue one,
            @Nullable JsonValue other) {
        if (!Objects.equals(one, other)) {
            found.add(new Difference(name, shown(one), shown(other)));
        }
    }

    private static String shown(@Nullable JsonValue value) {
        String text = value == null ? "nothing" : value instanceof JsonText(String plain) ? plain : Json.write(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
