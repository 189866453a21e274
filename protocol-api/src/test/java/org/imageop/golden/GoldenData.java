package org.imageop.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.imageop.Mode;

/** Reads the golden data; {@code PROVENANCE.md} beside them says where they come from. */
final class GoldenData {
    private static final JsonNode INDEX = json("index.json");

    private GoldenData() {}

    /** Samples, the last axis being the component; 32-bit samples are the raw 32 bits. */
    record Array(int[] samples, int[] shape) {}

    /** A conversion of samples by somebody else; {@code width} is 0 where samples stand alone. */
    record ConversionSet(
            String name,
            String from,
            String to,
            Array input,
            Array output,
            int tolerance,
            boolean model,
            int width,
            int height) {
        @Override
        public String toString() {
            return name + " " + from + " to " + to;
        }
    }

    static byte[] bytes(String file) {
        try (InputStream in = GoldenData.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode index() {
        return INDEX;
    }

    static Stream<ConversionSet> conversions() {
        byte[] data = bytes("conv.bin");
        return stream(INDEX.get("conversions"))
                .map(set -> new ConversionSet(
                        set.get("name").textValue(),
                        set.get("from").textValue(),
                        set.get("to").textValue(),
                        array(set.get("input"), data),
                        array(set.get("output"), data),
                        set.get("tolerance").intValue(),
                        set.path("model").asBoolean(true),
                        set.path("size").path(0).asInt(0),
                        set.path("size").path(1).asInt(0)));
    }

    static Array array(JsonNode description, byte[] data) {
        String type = description.get("dtype").textValue();
        ByteBuffer bytes = ByteBuffer.wrap(
                        data,
                        description.get("offset").intValue(),
                        description.get("length").intValue())
                .order(ByteOrder.LITTLE_ENDIAN);
        int each = switch (type) {
            case "u8" -> 1;
            case "u16le" -> 2;
            case "u32le", "i32le" -> 4;
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
        int[] samples = new int[bytes.remaining() / each];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = each == 1 ? bytes.get() & 0xff : each == 2 ? bytes.getShort() & 0xffff : bytes.getInt();
        }
        return new Array(samples, ints(description.get("shape")));
    }

    static int[] ints(JsonNode array) {
        return stream(array).mapToInt(JsonNode::intValue).toArray();
    }

    /** Bytes written as hexadecimal digits. */
    static int[] hex(JsonNode text) {
        byte[] bytes = HexFormat.of().parseHex(text.textValue());
        int[] samples = new int[bytes.length];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = bytes[k] & 0xff;
        }
        return samples;
    }

    static boolean isMode(String name) {
        return Stream.of(Mode.values()).anyMatch(mode -> mode.name().equals(name));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
