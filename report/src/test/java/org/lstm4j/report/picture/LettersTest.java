package org.lstm4j.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {

    private static final String SIGNS = "·–−×°²³µσΔ≤≥→…äöüßéñÅŁ★";

    @Test
    void everyPrintableCharacterLeavesInkOfItsOwn() {
        for (Letters letters : List.of(Letters.PLAIN, Letters.BOLD)) {
            int[] box = ink(letters, "\uffff");
            for (int character = '!'; character <= '~'; character++) {
                assertThat(ink(letters, Character.toString(character))).as(Character.toString(character))
                        .isNotEqualTo(box).contains(0);
            }
            SIGNS.codePoints().forEach(sign -> assertThat(ink(letters, Character.toString(sign)))
                    .as(Character.toString(sign)).isNotEqualTo(box));
        }
    }

    @Test
    void aCharacterThatIsNotOnTheSheetBecomesABox() {
        assertThat(ink(Letters.PLAIN, "漢")).isEqualTo(ink(Letters.PLAIN, "😀")).isEqualTo(ink(Letters.PLAIN, "□"));
    }

    @Test
    void longTextsAreCutWithDots() {
        String fitted = Letters.PLAIN.fitted("a name that goes on", 60);

        assertThat(fitted).startsWith("a nam").endsWith("…");
        assertThat(Letters.PLAIN.width(fitted)).isLessThanOrEqualTo(60);
        assertThat(Letters.PLAIN.fitted("short", 60)).isEqualTo("short");
    }

    @Test
    void upwardsTextIsTheSameTurned() {
        Pixels flat = new Pixels(60, 60, 0xffffff);
        Pixels turned = new Pixels(60, 60, 0xffffff);
        Letters.PLAIN.write(flat, "unit", 10, 10, 0);
        Letters.PLAIN.writeUpwards(turned, "unit", 10, 49, 0);

        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 60; y++) {
                assertThat(turned.color(y, 59 - x)).isEqualTo(flat.color(x, y));
            }
        }
    }

    @Test
    void refusesASheetWhoseSizeIsNotThatOfItsBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sheet.parse("P5 3 2 255\n12345".getBytes(StandardCharsets.US_ASCII)))
                .withMessage("a grey map of 3 × 2 has 6 bytes, but there are 5");
    }

    private static int[] ink(Letters letters, String text) {
        Pixels pixels = new Pixels(30, 30, 0xffffff);
        letters.write(pixels, text, 5, 5, 0);
        int[] ink = new int[900];
        for (int index = 0; index < ink.length; index++) {
            ink[index] = pixels.color(index % 30, index / 30) >> 20 == 0xf
                    ? 255
                    : pixels.color(index % 30, index / 30) >> 23 == 0 ? 0 : 1;
        }
        return ink;
    }
}
