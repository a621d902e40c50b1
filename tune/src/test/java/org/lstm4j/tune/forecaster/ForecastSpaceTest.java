package org.lstm4j.tune.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.DataException;
import org.lstm4j.forecast.ForecastSettings;
import org.lstm4j.forecast.NetworkSettings;
import org.lstm4j.forecast.OptimizationSettings;
import org.lstm4j.forecast.RateSchedule;
import org.lstm4j.forecast.prepare.Scaling;
import org.lstm4j.forecast.prepare.WindowScaling;
import org.lstm4j.nn.Initialization;
import org.lstm4j.nn.loss.Huber;
import org.lstm4j.optim.Adam;
import org.lstm4j.optim.Optimizers;
import org.lstm4j.tune.space.Configuration;
import org.lstm4j.tune.space.SearchSpace;

class ForecastSpaceTest {

    private static final ForecastSettings BASE = Demand.settings();

    @Test
    void putsEveryValueWhereItsFlagDoes() {
        ForecastSettings settings = applied("lookback=12", "hidden=7", "layers=2", "lr=0.02", "batch-size=16",
                "epochs=9",
                "optimizer=nadam", "dropout=0.3", "recurrent-dropout=0.1", "bidirectional=true", "scale=minmax",
                "schedule=one-cycle", "clip-norm=2.5", "loss=huber:0.5");

        assertThat(settings).isEqualTo(BASE.withLookback(OptionalInt.of(12))
                .withNetwork(new NetworkSettings(7, 2, true, 0.3, 0.1, Initialization.KERAS))
                .withOptimization(new OptimizationSettings(
                        9, 16, Optimizers.named("nadam", 0.02), RateSchedule.ONE_CYCLE, new Huber(0.5f), 2.5, 5, 42))
                .withScaling(Scaling.MINMAX));
    }

    @Test
    void theEmptyConfigurationIsTheBase() {
        assertThat(space("hidden=1..9").apply(Configuration.empty(), BASE)).isEqualTo(BASE);
    }

    /// So that a search can begin near the settings that it is to improve.
    @Test
    void findsThePlaceOfSettingsInTheSpace() {
        ForecastSpace all = space("lookback=4..48:log", "hidden=1..9", "layers=1..2", "lr=0.0003..0.01:log",
                "batch-size=16,32",
                "epochs=1..5", "optimizer=sgd,adam", "dropout=0.0..0.4", "recurrent-dropout=0.0..0.4",
                "bidirectional=true,false",
                "scale=last,standard", "schedule=constant,cosine", "clip-norm=0,1.0", "loss=mse,mae");
        Configuration place = all.placeOf(BASE, 24);

        assertThat(all.apply(place, BASE)).isEqualTo(BASE);
        all.space().check(place);
        assertThat(all.placeOf(BASE.withLookback(OptionalInt.empty()), 24).whole("lookback")).isEqualTo(24);
        assertThat(all.textsOf(BASE, 24)).containsEntry("lookback", "8").containsEntry("lr", "0.001")
                .containsEntry("optimizer", "adam").containsEntry("scale", "standard");
    }

    @Test
    void settingsBeyondTheSpaceHaveNoPlaceInIt() {
        for (String without : List.of("hidden=6..9", "lr=0.002..0.01", "optimizer=sgd,lion", "epochs=3..9")) {
            assertThat(space(without, "layers=1..2").placeOf(BASE, 8)).as(without).isEqualTo(Configuration.empty());
        }
    }

    @Test
    void knowsTheNamesOfScales() {
        ForecastSettings log = BASE.withScaling(Scaling.LOG).withWindowScaling(WindowScaling.LAST);

        assertThat(apply("scale=revin", log))
                .isEqualTo(log.withScaling(Scaling.STANDARD).withWindowScaling(WindowScaling.REVIN));
        assertThat(apply("scale=none", log))
                .isEqualTo(log.withScaling(Scaling.NONE).withWindowScaling(WindowScaling.NONE));
        space("scale=standard,last,revin,minmax,robust,mean-abs,log,none");
    }

    @Test
    void noClippingIsZero() {
        assertThat(applied("clip-norm=0").optimization().clipNorm()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// As `--optimizer rmsprop` does, so that a configuration can be repeated by its flags.
    @Test
    void anOptimizerBringsItsRateUnlessOneIsChosenOrFixed() {
        ForecastSettings base = BASE.withOptimization(BASE.optimization().withOptimizer(new Adam(0.007)));
        ForecastSpace fixed = new ForecastSpace(SearchSpace.parse(List.of("optimizer=rmsprop")), List.of("lr"));

        assertThat(apply("optimizer=rmsprop", base).optimization().optimizer()).isEqualTo(Optimizers.named("rmsprop"));
        assertThat(apply("lr=0.3", base).optimization().optimizer()).isEqualTo(new Adam(0.3));
        assertThat(fixed.apply(only(fixed), base).optimization().optimizer())
                .isEqualTo(Optimizers.named("rmsprop", 0.007));
        assertThat(applied("lr=0.3", "optimizer=rmsprop").optimization().optimizer())
                .isEqualTo(Optimizers.named("rmsprop", 0.3));
    }

    @Test
    void leavesOutWhatIsFixed() {
        List<String> fixed = List.of("hidden", "epochs", "season");
        ForecastSpace space = ForecastSpace.standard(Demand.validation(100), BASE, fixed);

        assertThat(space.space().names())
                .containsExactly("lookback", "layers", "lr", "batch-size", "optimizer", "dropout", "scale");
        assertThat(space.space().hyperparameters().getFirst())
                .isEqualTo(SearchSpace.parse(List.of("lookback=4..16:log")).hyperparameters().getFirst());
    }

    @Test
    void refusesToSearchNothing() {
        assertThatThrownBy(() -> ForecastSpace.standard(Demand.validation(100), BASE, ForecastSpace.names()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "there is nothing to search: everything in the default search space is given; leave some of these"
                                + " flags out, or name a search space");
    }

    @Test
    void saysWhichLookbackTheDataAllows() {
        String rest = ", but the first of 3 folds has 210 steps of the series to train on; expected lookback 400 + horizon 4 = 404"
                + " steps to train on; received 210 of 300 steps; use 206 or less";

        space("lookback=12,206,3").requireRoom(Demand.validation(100));
        space("hidden=1..9").requireRoom(Demand.validation(100));
        assertThatThrownBy(() -> space("lookback=12..400").requireRoom(Demand.validation(100)))
                .isInstanceOf(DataException.class).hasMessage("the longest lookback of the search space is 400" + rest);
        assertThatThrownBy(() -> space("lookback=400,12").requireRoom(Demand.validation(100)))
                .hasMessage("the longest lookback of the search space is 400" + rest);
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertRefused("hiden=16..128",
                "forecasters have no hyperparameter 'hiden'; expected one of lookback, hidden, layers, optimizer, lr, batch-size,"
                        + " epochs, dropout, recurrent-dropout, bidirectional, scale, schedule, clip-norm, loss; did you mean"
                        + " 'hidden'? search one of these");
        assertRefused("optimizer=adam,adm",
                "'optimizer' is to be searched over a value it cannot have; expected one of sgd, adam, adamw, nadam, adamax,"
                        + " rmsprop, adagrad, adadelta, lion; received 'adm'; did you mean 'adam'? leave it out, or replace it by"
                        + " a possible one");
        assertRefused("scale=standart",
                "'scale' is to be searched over a value it cannot have; expected one of standard, minmax, robust, mean-abs, log,"
                        + " none, last, revin; received 'standart'; did you mean 'standard'? leave it out, or replace it by a"
                        + " possible one");
        assertRefused("schedule=cosin",
                "'schedule' is to be searched over a value it cannot have; expected one of constant, step, linear, exponential,"
                        + " cosine, warm-up-cosine, one-cycle, plateau; received 'cosin'; did you mean 'cosine'? leave it out, or"
                        + " replace it by a possible one");
        assertRefused("loss=hubert",
                "'loss' is to be searched over a value it cannot have; expected one of mse, mae, huber, log-cosh, quantile, mape,"
                        + " smape, msle, quantiles, gaussian, student-t, laplace, log-normal, negative-binomial; received 'hubert';"
                        + " did you mean 'huber'? leave it out, or replace it by a possible one");
        assertRefused("bidirectional=yes",
                "'bidirectional' is to be searched over a value it cannot have; expected one of true, false; received 'yes'; leave"
                        + " it out, or replace it by a possible one");
    }

    @Test
    void refusesNumbersOutOfBounds() {
        String whole = " is to be searched over a value it cannot have; expected a whole number from 1 to 999999999; received ";
        String fix = "; leave it out, or replace it by a possible one";

        assertRefused("hidden=0..8", "'hidden'" + whole + "'0'" + fix);
        assertRefused("batch-size=16,many", "'batch-size'" + whole + "'many'" + fix);
        assertRefused("epochs=5000000000", "'epochs'" + whole + "'5000000000'" + fix);
        assertRefused("layers=1,1.5", "'layers'" + whole + "'1.5'" + fix);
        assertRefused("dropout=0.1..1.0",
                "'dropout' is to be searched over a value it cannot have; expected a number of at"
                        + " least 0 and below 1; received '1.0'" + fix);
        assertRefused("recurrent-dropout=-0.1..0.5",
                "'recurrent-dropout' is to be searched over a value it cannot have;"
                        + " expected a number of at least 0 and below 1; received '-0.1'" + fix);
        assertRefused("lr=0.0..0.1",
                "'lr' is to be searched over a value it cannot have; expected a number above 0; received"
                        + " '0.0'" + fix);
        assertRefused("lr=0.1,NaN",
                "'lr' is to be searched over a value it cannot have; expected a number above 0; received"
                        + " 'NaN'" + fix);
        assertRefused("clip-norm=-1",
                "'clip-norm' is to be searched over a value it cannot have; expected a number of at least"
                        + " 0, which is no limit; received '-1'" + fix);
    }

    @Test
    void refusesKindsThatDoNotFit() {
        assertRefused("hidden=16.0..32.5",
                "'hidden' is searched in fractions; expected a whole number from 1 to 999999999;"
                        + " received 16.0..32.5; write whole numbers, without a point");
        assertRefused("optimizer=1..3",
                "'optimizer' is chosen by name and has no range; expected one of sgd, adam, adamw, nadam,"
                        + " adamax, rmsprop, adagrad, adadelta, lion; received 1..3; name the values, as in optimizer=sgd,adam");
    }

    @Test
    void refusesToSearchWhatIsFixed() {
        assertThatThrownBy(() -> new ForecastSpace(SearchSpace.parse(List.of("hidden=1..9")), List.of("hidden")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "'hidden' is both to be searched and given; leave --hidden out, or take it out of the search space");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> space(text)).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }

    private static ForecastSettings applied(String... choices) {
        ForecastSpace space = space(choices);
        return space.apply(only(space), BASE);
    }

    private static ForecastSettings apply(String choice, ForecastSettings base) {
        ForecastSpace space = space(choice);
        return space.apply(only(space), base);
    }

    private static Configuration only(ForecastSpace space) {
        return space.space().configurationAt(new double[space.space().size()]);
    }

    private static ForecastSpace space(String... texts) {
        return new ForecastSpace(SearchSpace.parse(List.of(texts)), List.of());
    }
}
