package org.lstm4j.tune.forecaster;

import java.util.Optional;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.compute.Compute;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.RollingResult;
import org.lstm4j.forecast.RollingValidation;
import org.lstm4j.json.JsonValue;
import org.lstm4j.tune.Deadline;
import org.lstm4j.tune.Objective;
import org.lstm4j.tune.Score;
import org.lstm4j.tune.Trial;

/// The error of a forecaster's settings by [RollingValidation], on more training windows from rung to rung.
///
/// Each evaluation computes on the thread that asks for it and no other, so that several trials run side by side. All trials have the seed of
/// the base settings, so that none wins by the luck of its initial weights and order of windows; the judged windows are the same too. A
/// lookback that leaves fewer windows than the rung has trains on those.
///
/// Settings that cannot be trained, because they diverge, contradict each other or do not suit the data, are failed trials with their reason.
///
/// The details of a score: `windows` of the rung, and all that [RollingResult#toJson] has.
public final class ForecastObjective implements Objective {

    private final RollingValidation validation;
    private final ForecastSpace space;
    private final ForecastSettings base;
    private final TrainingRungs rungs;

    /// @param base the settings of trial 1, and of all that is not searched
    /// @throws DataException when the base settings do not suit the data, or a lookback of the space is too long for it
    public ForecastObjective(RollingValidation validation, ForecastSpace space, ForecastSettings base) {
        this(validation, space, base, TrainingRungs.STANDARD_MOST);
    }

    /// @param mostWindows that a fold trains on in the last rung, at least 1
    public ForecastObjective(
            RollingValidation validation, ForecastSpace space, ForecastSettings base, int mostWindows) {
        space.requireRoom(validation);
        this.validation = validation;
        this.space = space;
        this.base = base;
        this.rungs = TrainingRungs.of(validation.trainingWindows(base), mostWindows);
    }

    /// What is searched.
    public ForecastSpace space() {
        return space;
    }

    /// The windows of each rung.
    public TrainingRungs trainingRungs() {
        return rungs;
    }

    @Override
    public int rungs() {
        return rungs.windows().size();
    }

    @Override
    public Optional<Score> evaluate(Trial trial, int rung, Deadline deadline) {
        int windows = rungs.windows().get(rung);
        try (Compute alone = Compute.withThreads(1)) {
            ForecastSettings settings = space.apply(trial.configuration(), base);
            return validation.judge(settings, windows, alone, deadline::passed).map(result -> score(result, windows));
        } catch (ConfigurationException | DataException unsuitable) {
            return Optional.of(Score.failed(unsuitable.problem().message()));
        }
    }

    private static Score score(RollingResult result, int windows) {
        JsonValue.ObjectBuilder details = JsonValue.object().put("windows", windows);
        result.toJson().members().forEach(details::put);
        return new Score(result.error(), details.build());
    }
}
