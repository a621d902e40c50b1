package org.lstm4j.forecast.significance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lstm4j.json.Json;

class SkillComparisonTest {

    @Test
    void saysWhetherADifferenceCouldBeChance() {
        assertThat(of(Alternative.DIFFERENT, -1, 0.3149, -2))
                .isEqualTo("lstm errs less than naive, but the difference could be chance: p = 0.31");
        assertThat(of(Alternative.DIFFERENT, 1, 0.0512, 2))
                .isEqualTo("naive errs less than lstm, but the difference could be chance: p = 0.051");
        assertThat(of(Alternative.DIFFERENT, -4, 0.0041, -2))
                .isEqualTo("lstm errs less than naive, and chance hardly explains it: p = 0.004");
        assertThat(of(Alternative.DIFFERENT, 9, 1e-12, 2))
                .isEqualTo("naive errs less than lstm, and chance hardly explains it: p < 0.001");
        assertThat(of(Alternative.DIFFERENT, 0, 1, 0)).isEqualTo("lstm and naive err alike on the whole: p = 1.00");
    }

    @Test
    void answersAOneSidedQuestion() {
        assertThat(of(Alternative.FIRST_BETTER, -3, 0.02, -2))
                .isEqualTo("lstm errs less than naive, and chance hardly explains it: p = 0.020");
        assertThat(of(Alternative.FIRST_BETTER, 3, 0.98, 2))
                .isEqualTo("nothing shows that lstm errs less than naive: p = 0.98");
        assertThat(of(Alternative.SECOND_BETTER, -3, 0.98, -2))
                .isEqualTo("nothing shows that naive errs less than lstm: p = 0.98");
    }

    @Test
    void saysWhenAFewSeriesTurnTheMean() {
        assertThat(of(Alternative.DIFFERENT, -4, 0.0041, 7)).isEqualTo("lstm errs less than naive, and chance hardly "
                + "explains it: p = 0.004; but on the mean it errs more, because of a few series");
    }

    @Test
    void writesItsNumbersAndNullForWhatIsNotThere() {
        assertThat(Json.write(DieboldMariano.test(new double[]{1, 2}, 0, Alternative.FIRST_BETTER).toJson()))
                .isEqualTo("{\"outcome\":\"too_few\",\"method\":\"diebold_mariano\",\"alternative\":\"first_better\","
                        + "\"statistic\":null,\"p_value\":null,\"mean_difference\":1.5,\"differentials\":2,"
                        + "\"independent\":2}");
    }

    private static String of(Alternative alternative, double statistic, double pValue, double meanDifference) {
        return new SkillComparison(ComparisonOutcome.TESTED, ComparisonMethod.SIGNED_RANK_NORMAL, alternative,
                statistic, pValue, meanDifference, 99, 99).sentence("lstm", "naive");
    }
}
