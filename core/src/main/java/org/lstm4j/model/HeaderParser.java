package org.lstm4j.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a safetensors header token by token, so that memory stays in proportion to its length, and accepts
/// nothing but what the format has: parsers that disagree about odd input have hidden tensors from scanners before.
final class HeaderParser implements AutoCloseable {

    private static final JsonFactory FACTORY = new JsonFactory();

    /// Far more than any model has. Small entries take much more memory than text, so their number is limited too.
    private static final int MAX_ENTRIES = 25_000;

    private final JsonParser parser;
    private final Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    private @Nullable Map<String, String> metadata;

    private HeaderParser(String json) {
        parser = FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /// @param json the bytes after the length, padding included
    /// @throws IllegalArgumentException when they are not a valid header; the message says why
    static SafetensorsHeader parse(byte[] json) {
        try (HeaderParser parser = new HeaderParser(decode(json))) {
            return parser.header();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the header is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /// Strict, because a lenient decoder maps different bytes to one name.
    private static String decode(byte[] json) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the header is not valid UTF-8", e);
        }
    }

    private SafetensorsHeader header() {
        require(parser.nextToken(), JsonToken.START_OBJECT, "the header");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            requireRoom(tensors);
            parser.nextToken();
            if (name.equals(SafetensorsHeader.METADATA)) {
                readMetadata();
            } else if (tensors.put(name, readTensor(name)) != null) {
                throw new IllegalArgumentException("two tensors have the name " + Quoted.of(name));
            }
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("the header goes on after its JSON object");
        }
        List<TensorEntry> inOrder = new ArrayList<>(tensors.values());
        inOrder.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        return new SafetensorsHeader(metadata == null ? Map.of() : metadata, inOrder);
    }

    private void readMetadata() {
        if (metadata != null) {
            throw new IllegalArgumentException("the header has two objects " + SafetensorsHeader.METADATA);
        }
        metadata = new LinkedHashMap<>();
        require(parser.currentToken(), JsonToken.START_OBJECT, SafetensorsHeader.METADATA);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            requireRoom(metadata);
            require(parser.nextToken(), JsonToken.VALUE_STRING, "metadata " + Quoted.of(name));
            if (metadata.put(name, parser.getString()) != null) {
                throw new IllegalArgumentException("two metadata have the name " + Quoted.of(name));
            }
        }
    }

    private TensorEntry readTensor(String name) {
        String tensor = "tensor " + Quoted.of(name);
        require(parser.currentToken(), JsonToken.START_OBJECT, tensor);
        TensorType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "dtype" -> type = once(tensor, member, type, readType(tensor));
                case "shape" -> shape = once(tensor, member, shape, readSizes(tensor + " shape"));
                case "data_offsets" -> offsets = once(tensor, member, offsets, readSizes(tensor + " data_offsets"));
                default -> throw new IllegalArgumentException(
                        tensor + " has the unknown member " + Quoted.of(member));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new IllegalArgumentException(tensor + " needs dtype, shape and two data_offsets");
        }
        return new TensorEntry(name, type, shape, offsets.getFirst(), offsets.getLast());
    }

    private TensorType readType(String tensor) {
        require(parser.currentToken(), JsonToken.VALUE_STRING, tensor + " dtype");
        TensorType type = TensorType.named(parser.getString());
        if (type == null) {
            throw new IllegalArgumentException(tensor + " has the unknown dtype " + Quoted.of(parser.getString()));
        }
        return type;
    }

    private List<Long> readSizes(String what) {
        require(parser.currentToken(), JsonToken.START_ARRAY, what);
        List<Long> sizes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
            long size = parser.getLongValue();
            if (size < 0 || sizes.size() == TensorEntry.MAX_AXES) {
                throw new IllegalArgumentException(what + " must be at most " + TensorEntry.MAX_AXES
                        + " numbers, none below 0");
            }
            sizes.add(size);
        }
        return sizes;
    }

    private static void requireRoom(Map<?, ?> entries) {
        if (entries.size() == MAX_ENTRIES) {
            throw new IllegalArgumentException("the header has more than " + MAX_ENTRIES + " tensors or metadata");
        }
    }

    private static <T> T once(String tensor, String member, @Nullable T before, T value) {
        if (before != null) {
            throw new IllegalArgumentException(tensor + " has two members " + member);
        }
        return value;
    }

    private static void require(@Nullable JsonToken received, JsonToken expected, String what) {
        if (received != expected) {
            throw new IllegalArgumentException(
                    what + " must be " + describe(expected) + ", but is " + describe(received));
        }
    }

    private static String describe(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "missing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            default -> token.toString();
        };
    }
}
