package org.lstm4j.tune;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lstm4j.json.JsonValue;
import org.lstm4j.json.JsonValue.JsonArray;
import org.lstm4j.json.JsonValue.JsonObject;
import org.lstm4j.tune.space.SearchSpace;

/// How much each hyperparameter has to do with a trial being among the better half.
///
/// For each hyperparameter the density of its values among the better half is compared with that among all trials; where it does not
/// matter they are alike. Their Pearson divergence, less what a half picked at random would have, is its importance: see [Divergence].
/// Errors are those of the lowest rung, which all trials have been on, so that none is left out for having been pruned. The trial of the
/// defaults has no place in the search space and is left out.
///
/// This is importance within what was tried, and of each hyperparameter alone: two that matter only together may both seem unimportant, and
/// one whose good values all trials have no longer stands out. It takes half of the trials, where the paper takes a tenth, because studies
/// are short and a sampler that learns soon gives most trials good values: with a quarter the largest share was often a wrong one.
///
/// Source: Watanabe, Bansal and Hutter, PED-ANOVA: efficiently quantifying hyperparameter importance in arbitrary subspaces, 2023.
///
/// @param shares in the order of the search space; they sum to 1
/// @param trials how many trials this rests on
/// @param reliable whether there are enough of them, and any hyperparameter stands out from chance
public record ParameterImportance(List<Share> shares, int trials, boolean reliable) {

    /// Fewer trials than that are no ground to judge by.
    public static final int FEWEST = 10;

    private static final int PARTS = 2;

    /// @param name of the hyperparameter
    /// @param share of the importance of all
    public record Share(String name, double share) {}

    public ParameterImportance {
        shares = List.copyOf(shares);
    }

    /// Of the trials of a study.
    public static ParameterImportance of(SearchSpace space, Study study) {
        List<double[]> bestFirst = study.trials()
                .stream()
                .filter(outcome -> !outcome.trial().configuration().names().isEmpty())
                .sorted(Comparator.comparingDouble(outcome -> outcome.errors().getFirst()))
                .map(outcome -> space.pointOf(outcome.trial().configuration()))
                .toList();
        int best = (bestFirst.size() + PARTS - 1) / PARTS;
        double[] divergences = new double[space.size()];
        for (int index = 0; index < divergences.length && bestFirst.size() > 1; index++) {
            divergences[index] = new Divergence(space.hyperparameters().get(index), column(bestFirst, index), best)
                    .aboveChance();
        }
        return of(space.names(), divergences, bestFirst.size());
    }

    private static double[] column(List<double[]> points, int index) {
        return points.stream().mapToDouble(point -> point[index]).toArray();
    }

    private static ParameterImportance of(List<String> names, double[] divergences, int trials) {
        double sum = IntStream.range(0, divergences.length).mapToDouble(index -> divergences[index]).sum();
        List<Share> shares = IntStream.range(0, divergences.length)
                .mapToObj(index -> new Share(names.get(index), sum > 0 ? divergences[index] / sum : 1.0 / names.size()))
                .toList();
        return new ParameterImportance(shares, trials, trials >= FEWEST && sum > 0);
    }

    /// The shares from the largest to the smallest.
    public List<Share> ranked() {
        return shares.stream().sorted(Comparator.comparingDouble(Share::share).reversed()).toList();
    }

    public JsonObject toJson() {
        return JsonValue.object()
                .put("reliable", reliable)
                .put("trials", trials)
                .put("shares", new JsonArray(ranked().stream()
                        .<JsonValue>map(share -> JsonValue.object().put("name", share.name())
                                .put("share", share.share()).build())
                        .toList()))
                .build();
    }
}
