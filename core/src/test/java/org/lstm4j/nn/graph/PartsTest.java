package org.lstm4j.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lstm4j.nn.graph.Parts.Part;
import org.lstm4j.tensor.Shape;
import org.lstm4j.tensor.Tensor;

class PartsTest {

    private static final Parts PARTS = new Parts(
            List.of(new Part("history", Shape.sequence(2, 2)), new Part("calendar", Shape.vector(1))));
    private static final Tensor HISTORY = Tensor.of(Shape.sequence(2, 2).withBatch(2), 1, 2, 3, 4, 5, 6, 7, 8);
    private static final Tensor CALENDAR = Tensor.of(Shape.vector(1).withBatch(2), 10, 20);

    @Test
    void severalStandEndToEndSampleBySample() {
        Tensor joined = PARTS.join(Map.of("calendar", CALENDAR, "history", HISTORY));
        assertThat(joined.shape()).hasToString("[batch 2, features 5]");
        assertThat(joined.data()).containsExactly(1, 2, 3, 4, 10, 5, 6, 7, 8, 20);
    }

    @Test
    void splittingGivesWhatWasJoined() {
        Tensor joined = PARTS.join(Map.of("calendar", CALENDAR, "history", HISTORY));
        assertThat(PARTS.part("history", joined).shape()).hasToString("[batch 2, steps 2, features 2]");
        assertThat(PARTS.part("history", joined).data()).isEqualTo(HISTORY.data());
        assertThat(PARTS.part("calendar", joined).data()).isEqualTo(CALENDAR.data());
        assertThat(PARTS.split(joined)).containsOnlyKeys("history", "calendar")
                .hasEntrySatisfying("calendar", tensor -> assertThat(tensor.data()).isEqualTo(CALENDAR.data()));
    }

    @Test
    void oneAloneKeepsItsShape() {
        Parts alone = new Parts(List.of(new Part("history", Shape.sequence(2, 2))));
        assertThat(alone.shape()).isEqualTo(Shape.sequence(2, 2));
        assertThat(alone.join(Map.of("history", HISTORY)).shape()).isEqualTo(HISTORY.shape());
        Tensor longer = Tensor.zeros(Shape.sequence(9, 2).withBatch(3));
        assertThat(alone.part("history", longer).shape()).isEqualTo(longer.shape());
    }

    @Test
    void saysWhichPartDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> PARTS.join(Map.of("history", HISTORY)))
                .withMessage("there are the parts [history, calendar], but tensors were given for [history];"
                        + " give one for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARTS.join(Map.of("history", CALENDAR, "calendar", CALENDAR)))
                .withMessage(
                        "\"history\" has samples [steps 2, features 2], so that it must be [batch, steps 2, features"
                                + " 2], but the tensor is [batch 2, features 1]; reshape it, or build the graph for such samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARTS.join(Map.of("history", HISTORY, "calendar", CALENDAR.rows(0, 1))))
                .withMessage("\"history\" has 2 samples, but \"calendar\" has 1; every sample needs all parts");
        assertThatIllegalArgumentException().isThrownBy(() -> PARTS.split(HISTORY))
                .withMessage("the parts [history, calendar] stand end to end in [features 5], but the samples are"
                        + " [steps 2, features 2]; join them with the graph's own parts");
    }

    @Test
    void refusesNamesAndShapesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Part("0.weight", Shape.vector(1)))
                .withMessage(
                        "\"0.weight\" cannot be the name of an input or node of a graph; take letters, digits, _, -"
                                + " and spaces");
        assertThatIllegalArgumentException().isThrownBy(() -> new Part(" ", Shape.vector(1)))
                .withMessageContaining("cannot be the name");
        assertThatIllegalArgumentException().isThrownBy(() -> new Part("x", Shape.vector(0)))
                .withMessage("\"x\" must be of at least one number, but is [features 0]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Parts(List.of()))
                .withMessageContaining("at least one part");
        Part large = new Part("large", Shape.vector(Integer.MAX_VALUE - 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Parts(List.of(large, new Part("x", Shape.vector(1)))))
                .withMessageContaining("no more elements than an array can hold");
        assertThatIllegalArgumentException().isThrownBy(() -> new Parts(List.of(large, large)))
                .withMessage("there are two parts \"large\"; give each a name of its own");
        assertThatIllegalArgumentException().isThrownBy(() -> PARTS.place("price"))
                .withMessage("there is no \"price\"; there are [history, calendar]");
    }
}
