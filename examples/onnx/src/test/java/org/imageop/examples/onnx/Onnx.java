package org.imageop.examples.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Models of a few bytes: one input "x", one output "y", floats of fixed shapes, and a chain of operators between them. Written
 * by hand in the encoding of Protocol Buffers; the numbers of fields are those of onnx.proto.
 */
final class Onnx {
    private static final int FLOAT = 1;
    private static final int INTS = 7;

    /** A message of Protocol Buffers: fields with their numbers. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) {
            return bytes(field, message.bytes.toByteArray());
        }

        private Message bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest >= 0x80) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    private final Message graph = new Message();
    private final long[] output;
    private final int operators;
    private int added;

    /**
     * A model without operators yet.
     *
     * @param operators how many there will be
     */
    Onnx(long[] input, long[] output, int operators) {
        this.output = output.clone();
        this.operators = operators;
        graph.text(2, "graph").message(11, value("x", input));
    }

    /** The next operator. */
    Onnx then(String operator) {
        return then(operator, new Message());
    }

    /** The next operator, with an attribute of several integers. */
    Onnx then(String operator, String attribute, long... integers) {
        Message ints = new Message().text(1, attribute);
        for (long integer : integers) {
            ints.number(8, integer);
        }
        return then(operator, new Message().message(5, ints.number(20, INTS)));
    }

    private Onnx then(String operator, Message node) {
        String from = added == 0 ? "x" : "v" + added;
        added++;
        String to = added == operators ? "y" : "v" + added;
        graph.message(1, node.text(1, from).text(2, to).text(4, operator));
        return this;
    }

    /** The file of the model. */
    byte[] file() {
        graph.message(12, value("y", output));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static Message value(String name, long... dimensions) {
        Message shape = new Message();
        for (long dimension : dimensions) {
            shape.message(1, new Message().number(1, dimension));
        }
        Message tensor = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
