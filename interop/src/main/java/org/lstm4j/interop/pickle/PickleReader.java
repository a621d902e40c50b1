package org.lstm4j.interop.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lstm4j.ModelFileException;
import org.lstm4j.interop.pickle.PickleValue.Bytes;
import org.lstm4j.interop.pickle.PickleValue.Call;
import org.lstm4j.interop.pickle.PickleValue.Dictionary;
import org.lstm4j.interop.pickle.PickleValue.Global;
import org.lstm4j.interop.pickle.PickleValue.Items;
import org.lstm4j.interop.pickle.PickleValue.None;
import org.lstm4j.interop.pickle.PickleValue.Persistent;
import org.lstm4j.interop.pickle.PickleValue.Real;
import org.lstm4j.interop.pickle.PickleValue.Text;
import org.lstm4j.interop.pickle.PickleValue.Truth;
import org.lstm4j.interop.pickle.PickleValue.Whole;
import org.lstm4j.model.ByteSource;
import org.lstm4j.model.Quoted;

/// Reads a pickle: a program for a small stack machine, of which only the instructions are understood that build data. Python's own
/// machine can import and call whatever a pickle names; this one has no way to: names stay names, and those not on a list are refused.
///
/// A pickle of n bytes makes at most n values, and at most 250,000. Source: the comments of Python's `pickletools`, protocols 0 to 5.
public final class PickleReader {

    private static final int LARGEST = 1 << 24;
    private static final int HIGHEST_PROTOCOL = 5;

    private final ByteSource source;
    private final KnownGlobals known;
    private final PickleBytes bytes;
    private final PickleStack stack;

    private PickleReader(ByteSource source, KnownGlobals known) {
        this.source = source;
        this.known = known;
        if (source.size() > LARGEST) {
            throw source.faults().damaged("the pickle is larger than any of a state_dict", LARGEST + " bytes at most",
                    source.size() + " bytes");
        }
        bytes = new PickleBytes(source, source.bytes(0, (int) source.size()));
        stack = new PickleStack(bytes);
    }

    /// What the pickle says.
    ///
    /// @throws ModelFileException when it is damaged, or asks for something that is not on the list; says at which byte
    public static PickleValue read(ByteSource source, KnownGlobals known) {
        return new PickleReader(source, known).run();
    }

    private PickleValue run() {
        while (true) {
            bytes.begin();
            int instruction = bytes.unsignedByte();
            if (instruction == '.') {
                return stack.result();
            }
            run(instruction);
        }
    }

    private void run(int instruction) {
        switch (instruction) {
            case 0x80 -> requireProtocol(bytes.unsignedByte());
            case 0x95 -> bytes.eight(); // a frame: how far to read ahead
            case '(' -> stack.mark();
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.top());
            case 'q' -> stack.keep(bytes.unsignedByte());
            case 'r' -> stack.keep(bytes.four());
            case 0x94 -> stack.keepNext();
            case 'h' -> stack.pushKept(bytes.unsignedByte());
            case 'j' -> stack.pushKept(bytes.four());
            case 'c' -> pushGlobal(new Global(bytes.line(), bytes.line()));
            case 0x93 -> pushNamedGlobal();
            case 'R' -> call();
            case 'Q' -> stack.push(new Persistent(stack.pop()));
            case 'b' -> build();
            default -> runData(instruction);
        }
    }

    private void runData(int instruction) {
        switch (instruction) {
            case 'N' -> stack.push(new None());
            case 0x88 -> stack.push(new Truth(true));
            case 0x89 -> stack.push(new Truth(false));
            case 'K' -> stack.push(new Whole(bytes.unsignedByte()));
            case 'M' -> stack.push(new Whole(bytes.two()));
            case 'J' -> stack.push(new Whole(bytes.four()));
            case 0x8a -> stack.push(new Whole(bytes.littleEndian(bytes.unsignedByte())));
            case 'G' -> stack.push(new Real(Double.longBitsToDouble(Long.reverseBytes(bytes.eight()))));
            case 'X' -> stack.push(text(bytes.four()));
            case 0x8c -> stack.push(text(bytes.unsignedByte()));
            case 0x8d -> stack.push(text(bytes.eight()));
            case 'B' -> stack.push(skipped(bytes.four()));
            case 'C', 'U' -> stack.push(skipped(bytes.unsignedByte()));
            case 'T' -> stack.push(skipped(bytes.four()));
            default -> runCollection(instruction);
        }
    }

    private void runCollection(int instruction) {
        switch (instruction) {
            case ')', ']' -> stack.push(new Items(List.of()));
            case 't', 'l' -> stack.push(new Items(stack.popToMark()));
            case 0x85 -> stack.push(new Items(stack.pop(1)));
            case 0x86 -> stack.push(new Items(stack.pop(2)));
            case 0x87 -> stack.push(new Items(stack.pop(3)));
            case '}' -> stack.push(new Dictionary());
            case 'd' -> {
                List<PickleValue> members = stack.popToMark();
                stack.push(new Dictionary());
                put(members);
            }
            case 's' -> put(stack.pop(2));
            case 'u' -> put(stack.popToMark());
            case 'a' -> add(stack.pop(1));
            case 'e' -> add(stack.popToMark());
            default -> throw bytes.fault("the pickle has an instruction that no state_dict needs", "",
                    "0x" + Integer.toHexString(instruction));
        }
    }

    private void requireProtocol(int protocol) {
        if (protocol > HIGHEST_PROTOCOL) {
            throw bytes.fault("the pickle is of a protocol that is not known", "0 to " + HIGHEST_PROTOCOL,
                    Integer.toString(protocol));
        }
    }

    private Text text(long length) {
        try {
            byte[] letters = bytes.next(length);
            return new Text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(letters)).toString());
        } catch (CharacterCodingException _) {
            throw bytes.fault("a text is not valid UTF-8", "", "");
        }
    }

    private Bytes skipped(long length) {
        return new Bytes(bytes.next(length).length);
    }

    private void pushNamedGlobal() {
        List<PickleValue> names = stack.pop(2);
        if (names.getFirst() instanceof Text(String module) && names.getLast() instanceof Text(String name)) {
            pushGlobal(new Global(module, name));
            return;
        }
        throw bytes.fault("a class is asked for by something that is no name", "two texts", "");
    }

    private void pushGlobal(Global global) {
        if (!known.has(global)) {
            throw source.faults().unusable("at byte " + bytes.begun() + ": the pickle asks for "
                    + Quoted.of(global.qualified()) + ", which is not loaded", "data alone",
                    "a class or function of Python", known.advice());
        }
        stack.push(global);
    }

    private void call() {
        List<PickleValue> call = stack.pop(2);
        if (!(call.getFirst() instanceof Global function) || !(call.getLast() instanceof Items arguments)) {
            throw bytes.fault("something is called that is no function", "a name and its arguments", "");
        }
        boolean makesDictionary = function.qualified().equals(KnownGlobals.ORDERED_DICTIONARY);
        if (makesDictionary && !arguments.values().isEmpty()) {
            throw bytes.fault("an ordered dictionary is made of something", "an empty one, filled afterwards", "");
        }
        stack.push(makesDictionary ? new Dictionary() : new Call(function, arguments));
    }

    /// Attributes of an object: those of a state_dict are versions of its modules, and say nothing of its weights.
    private void build() {
        stack.pop();
        if (!(stack.top() instanceof Dictionary)) {
            throw bytes.fault("an object gets attributes that is no dictionary", "", "");
        }
    }

    private void put(List<PickleValue> members) {
        if (!(stack.top() instanceof Dictionary dictionary) || members.size() % 2 != 0) {
            throw bytes.fault("members are put into something that is no dictionary", "", "");
        }
        for (int index = 0; index < members.size(); index += 2) {
            dictionary.put(key(members.get(index), dictionary.members()), members.get(index + 1));
        }
    }

    private String key(PickleValue value, Map<String, PickleValue> present) {
        String key = switch (value) {
            case Text(String text) -> text;
            case Whole(long number) -> Long.toString(number);
            default -> throw bytes.fault("a key of a dictionary is neither a text nor a whole number", "",
                    value.getClass().getSimpleName());
        };
        if (present.containsKey(key)) {
            throw bytes.fault("a dictionary has the key " + Quoted.of(key) + " twice", "", "");
        }
        return key;
    }

    private void add(List<PickleValue> values) {
        if (!(stack.top() instanceof Items items)) {
            throw bytes.fault("values are added to something that is no list", "", "");
        }
        values.forEach(items::add);
    }
}
