package org.lstm4j.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lstm4j.DataException;
import org.lstm4j.TrainingException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.prepare.WindowSamples;
import org.lstm4j.nn.Sequential;
import org.lstm4j.train.Callback;
import org.lstm4j.train.History;

/// Fits the networks of a forecaster, each beside its skip path, and joins them into one.
///
/// @param plan with the settings of network and optimization
record NetworkFitting(WindowPlan plan, Compute compute) {

    /// Fitted networks as one, and how they came about.
    ///
    /// @param members each with its skip path and the weights kept
    /// @param network all of them
    /// @param history of the first of them
    /// @param recipe by which they can be fitted again
    /// @param divergence why the training of one stopped before its time, where the loss became NaN or infinite after some epochs
    record Fit(List<NetworkWithSkip> members, Sequential network, History history, FitRecipe recipe,
            Optional<TrainingException> divergence) {}

    /// @param validation for early stopping; may be empty
    /// @param callbacks hear how training goes, and may steer it; of several networks they hear one after the other
    /// @throws TrainingException when the loss becomes NaN or infinite before there is anything to keep
    /// @throws DataException when the loss is not defined for a value
    Fit fit(WindowSamples train, WindowSamples validation, List<Callback> callbacks) {
        Map<Skip, SkipFit.Found> skips = new EnumMap<>(Skip.class);
        List<NetworkWithSkip> networks = new ArrayList<>();
        List<FitRecipe.Member> members = new ArrayList<>();
        List<MemberFitting.Fit> fits = new ArrayList<>();
        for (int index = 0; index < networks(); index++) {
            Skip skip = plan.skips().get(index % plan.skips().size());
            SkipFit.Found found = skips.computeIfAbsent(skip, kind -> skipFit().fit(kind, train, validation));
            tell(callbacks, index, "", plan.settings().optimization().epochs());
            MemberFitting.Fit fit = member(seed(index)).fit(found.path(), train, validation, callbacks);
            fits.add(fit);
            networks.add(new NetworkWithSkip(fit.network(), found.path()));
            members.add(new FitRecipe.Member(skip, found.ridge(), seed(index), Math.max(1, fit.history().bestEpoch()),
                    fit.share()));
        }
        return new Fit(networks, joined(networks), fits.getFirst().history(), new FitRecipe(members),
                fits.stream().flatMap(fit -> fit.divergence().stream()).findFirst());
    }

    /// The same fit, in which the networks add nothing to their skip paths.
    Fit withoutCorrections(Fit fit) {
        CorrectionShare share = new CorrectionShare(plan.head());
        fit.members().forEach(member -> share.apply(member.network(), 0));
        return new Fit(fit.members(), joined(fit.members()), fit.history(), fit.recipe().withoutCorrections(),
                fit.divergence());
    }

    /// Fits the same networks anew to windows of which none are kept for early stopping.
    ///
    /// @throws TrainingException when the loss becomes NaN or infinite
    Sequential refit(WindowSamples windows, FitRecipe recipe, List<Callback> callbacks) {
        Map<Skip, SkipFit.Found> skips = new EnumMap<>(Skip.class);
        List<NetworkWithSkip> networks = new ArrayList<>();
        for (FitRecipe.Member member : recipe.members()) {
            tell(callbacks, networks.size(), "again with the validation part", member.epochs());
            SkipFit.Found found = skips.computeIfAbsent(
                    member.skip(), kind -> skipFit().fit(kind, windows, member.ridge()));
            networks.add(new NetworkWithSkip(
                    member(member.seed()).refit(found.path(), windows, member.epochs(), member.share(), callbacks),
                    found.path()));
        }
        return joined(networks);
    }

    private void tell(List<Callback> callbacks, int index, String what, int epochs) {
        String which = networks() == 1 ? "" : String.format(Locale.ROOT, "network %d of %d", index + 1, networks());
        String between = which.isEmpty() || what.isEmpty() ? "" : ", ";
        FittingListener.tell(callbacks, which + between + what, epochs);
    }

    private int networks() {
        return plan.settings().optimization().networks();
    }

    private long seed(int index) {
        return plan.settings().optimization().seed() + index;
    }

    private SkipFit skipFit() {
        return new SkipFit(plan.form(), plan.season(), plan.longSeason());
    }

    private MemberFitting member(long seed) {
        return new MemberFitting(plan, seed, compute);
    }

    private Sequential joined(List<NetworkWithSkip> networks) {
        return new JoinedNetwork(plan.form(), plan.head()).of(networks);
    }
}
