package org.lstm4j.interop.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.Damage;
import org.lstm4j.interop.pickle.PickleValue.Call;
import org.lstm4j.interop.pickle.PickleValue.Dictionary;
import org.lstm4j.interop.pickle.PickleValue.Global;
import org.lstm4j.interop.pickle.PickleValue.Items;
import org.lstm4j.interop.pickle.PickleValue.Real;
import org.lstm4j.interop.pickle.PickleValue.Whole;
import org.lstm4j.model.ByteSource;

class PickleReaderTest {

    private static final KnownGlobals KNOWN = new KnownGlobals(Set.of("numbers.pair"), "save data alone");

    /// `{'a': [1, -2, 300, 70000, 0.5, True, None], 'b': (…)}` as protocol 2 has it.
    @Test
    void readsData() {
        PickleValue value = read("\u0080\u0002}(X\1\0\0\0a](K\1J\u00fe\u00ff\u00ff\u00ffM,\1Jp\u0011\1\0"
                + "G?\u00e0\0\0\0\0\0\0\u0088Ne\u008c\1bK\7\u0085u.");

        Dictionary dictionary = (Dictionary) value;
        assertThat(dictionary.members()).containsOnlyKeys("a", "b");
        assertThat(items(dictionary, "a")).containsExactly(new Whole(1), new Whole(-2),
                new Whole(300), new Whole(70000), new Real(0.5), new PickleValue.Truth(true), new PickleValue.None());
        assertThat(items(dictionary, "b")).containsExactly(new Whole(7));
    }

    @Test
    void readsLongNumbersWithTheirSign() {
        assertThat(read("\u008a\0.")).isEqualTo(new Whole(0));
        assertThat(read("\u008a\2\u00ff\0.")).isEqualTo(new Whole(255));
        assertThat(read("\u008a\1\u00ff.")).isEqualTo(new Whole(-1));
        assertThatThrownBy(() -> read("\u008a\u0009123456789.")).hasMessageContaining("a whole number is too large");
    }

    @Test
    void keepsNamesAsNames() {
        Call call = (Call) read("cnumbers\npair\n(K\1K\2tR.");

        assertThat(call.function()).isEqualTo(new Global("numbers", "pair"));
        assertThat(call.arguments().values()).containsExactly(new Whole(1), new Whole(2));
        assertThat(((Dictionary) read("ccollections\nOrderedDict\n)R.")).members()).isEmpty();
    }

    /// What such files are made for: `os.system('…')`, by either way of naming it, and by a subclass of what is allowed.
    @ParameterizedTest
    @ValueSource(strings = {"cos\nsystem\n(X\4\0\0\0echotR.", "\u008c\5posix\u008c\6system\u0093(X\4\0\0\0echotR.",
        "cbuiltins\neval\n(X\1\0\0\01tR.", "cnumbers\npair.__class__\n)R.", "cnumbers\npair\u200b\n)R."})
    void refusesWhatIsNotOnTheList(String pickle) {
        assertThatThrownBy(() -> read(pickle)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("the pickle asks for").hasMessageContaining("save data alone");
    }

    /// The instructions that import, make or set by other ways.
    @ParameterizedTest
    @ValueSource(strings = {"i", "o", "\u0081", "\u0092", "\u0082", "P", "\u0098", "I", "S", "V", "\u00ff"})
    void refusesInstructionsThatNoStateDictNeeds(String instruction) {
        assertThatThrownBy(() -> read(instruction + "numbers\npair\n.")).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("at byte 0: the pickle has an instruction that no state_dict needs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "X\u00ff\u00ff\u00ff\u007f | at byte 0: the pickle ends too early; expected 2147483647 bytes more",
        "B\u00ff\u00ff\u00ff\u00ff | at byte 0: the pickle ends too early",
        "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff | expected 18446744073709551615 bytes more",
        "K\1K\2. | does not end with one value", "(. | does not end with one value", "0. | more from its stack",
        "(K\1(0. | more from its stack", "t. | a mark that is not there", "h\3. | that it has not kept",
        "}X\1\0\0\0aK\1sX\1\0\0\0aK\1s. | has the key 'a' twice", "}]K\1s. | neither a text nor a whole number",
        "K\1K\2a. | no list", "K\1X\1\0\0\0aK\1s. | no dictionary", "K\1)R. | no function",
        "\u0080\u0009N. | of a protocol that is not known", "N | ends too early", "X\1\0\0\0\u00ff. | not valid UTF-8"})
    void saysWhereAPickleIsDamaged(String pickle, String message) {
        assertThatThrownBy(() -> read(pickle)).isInstanceOf(ModelFileException.class).hasMessageContaining(message);
    }

    @Test
    void readsAListWithinItself() {
        Items cyclic = (Items) read("]q\0h\0a.");

        assertThat(cyclic.values()).hasSize(1);
        assertThat(cyclic.values().getFirst()).isSameAs(cyclic);
    }

    @Test
    void limitsHowManyValuesThereAre() {
        assertThatThrownBy(() -> read("N".repeat(250_001) + "."))
                .hasMessageContaining("more values than any state_dict");
        assertThatThrownBy(() -> read("(".repeat(250_001) + ".")).hasMessageContaining("too many marks");
    }

    @Test
    void survivesEveryCutAndEveryTurnedBit() {
        byte[] pickle = bytes("\u0080\u0002}(X\1\0\0\0a](K\1J\u00fe\u00ff\u00ff\u00ffM,\1e\u008c\1bK\7\u0085q\1"
                + "\u008c\1ch\1u\u0094cnumbers\npair\n(K\1K\2tR\u0086.");
        Damage damage = new Damage(pickle, source -> PickleReader.read(source, KNOWN));

        damage.cuts(1);
        damage.flips(1);
    }

    private static List<PickleValue> items(Dictionary dictionary, String key) {
        return ((Items) Objects.requireNonNull(dictionary.members().get(key))).values();
    }

    private static PickleValue read(String pickle) {
        return PickleReader.read(ByteSource.of("test.pkl", bytes(pickle)), KNOWN);
    }

    /// A letter is a byte, but for those that no byte is.
    private static byte[] bytes(String pickle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pickle.chars().forEach(letter -> {
            if (letter < 256) {
                bytes.write(letter);
            } else {
                bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
