package org.lstm4j.tune.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lstm4j.ConfigurationException;
import org.lstm4j.json.Json;

class SearchSpaceTest {

    private static final SearchSpace SPACE = SearchSpace
            .parse(List.of("hidden=16..128:log", "lr=0.0001..0.01:log", "optimizer=adam,rmsprop", "epochs=20"));

    @Test
    void configurationListsEveryHyperparameterInOrder() {
        Configuration configuration = SPACE.configurationAt(new double[]{0, 0.5, 0.9, 0.3});
        assertThat(Json.write(configuration.values()))
                .isEqualTo("{\"hidden\":16,\"lr\":0.001,\"optimizer\":\"rmsprop\",\"epochs\":20}");
        assertThat(configuration.whole("epochs")).isEqualTo(20);
    }

    @Test
    void configurationsAndPointsAreOneToOne() {
        for (int index = 0; index < 50; index++) {
            double point = index / 49.0;
            Configuration there = SPACE.configurationAt(new double[]{point, point, point, point});
            assertThat(SPACE.configurationAt(SPACE.pointOf(there))).isEqualTo(there);
        }
    }

    @Test
    void survivesJson() {
        SearchSpace space = new SearchSpace(List.of(new RealRange("dropout", 0, 0.4, Scale.LINEAR),
                new IntegerRange("hidden", 16, 128, Scale.LOGARITHMIC),
                new Choice("optimizer", List.of("adam", "sgd"))));
        String json = Json.write(space.toJson());
        assertThat(json)
                .isEqualTo("[{\"name\":\"dropout\",\"kind\":\"reals\",\"low\":0.0,\"high\":0.4,\"scale\":\"linear\"},"
                        + "{\"name\":\"hidden\",\"kind\":\"integers\",\"low\":16,\"high\":128,\"scale\":\"log\"},"
                        + "{\"name\":\"optimizer\",\"kind\":\"choice\",\"values\":[\"adam\",\"sgd\"]}]");
        assertThat(SearchSpace.fromJson(Json.parse(json))).isEqualTo(space);
    }

    @Test
    void refusesOtherJson() {
        assertThatThrownBy(() -> SearchSpace.fromJson(Json.parse("[{\"name\":\"a\",\"kind\":\"wide\"}]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hyperparameter 'a' is of kind 'wide', but kinds are integers, reals, choice");
        assertThatThrownBy(() -> SearchSpace.fromJson(
                Json.parse("[{\"name\":\"a\",\"kind\":\"reals\",\"low\":0,\"high\":1,\"scale\":\"cubic\"}]")))
                .hasMessage("scales are log and linear, but this one is 'cubic'");
    }

    @Test
    void refusesSpacesThatCannotBe() {
        assertThatThrownBy(() -> new SearchSpace(List.of())).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the search space is empty; expected one hyperparameter or more; received none; name what to search, as in "
                                + "learning-rate=0.0001..0.01:log");
        assertThatThrownBy(() -> SearchSpace.parse(List.of("a=1..2", "b=1..2", "a=3..4")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the search space names 'a' twice; expected each hyperparameter once; keep one of the two");
    }

    @Test
    void refusesConfigurationsOfOtherSpaces() {
        assertThatThrownBy(() -> SPACE.check(Configuration.empty())).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the configuration is not one of this search space; expected hidden, lr, optimizer, epochs; received no values; "
                                + "search with the space it was chosen from");
        Configuration other = SearchSpace.parse(List.of("hidden=200..300", "lr=0.001", "optimizer=adam", "epochs=20"))
                .configurationAt(new double[4]);
        assertThatThrownBy(() -> SPACE.check(other))
                .hasMessageContaining("'hidden' has a value outside its search space");
    }
}
