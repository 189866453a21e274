package org.imageop.verification.mutation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A small change of a class of the library, as a slip would make it.
 *
 * @param type the class's name, of the outermost class
 * @param member the method or field that is changed, with its class
 * @param lineText the first line of what is changed, to choose by
 * @param operator the kind of change
 * @param start where the changed text begins in the source
 * @param end where it ends
 * @param before what stands there
 * @param after what is put there
 * @param occurrence how many like it stand before it in the member
 */
record Mutation(
        String type,
        String member,
        String lineText,
        Operator operator,
        int start,
        int end,
        String before,
        String after,
        int occurrence) {
    /** The kinds of changes. */
    enum Operator {
        BOUNDARY("limits of comparisons moved by one"),
        NEGATION("conditions negated"),
        ARITHMETIC("another arithmetic or logical operator"),
        CONSTANT("numbers one more or less, true for false"),
        RESULT("another result returned"),
        REMOVAL("calls and assignments removed"),
        SWAP("neighbouring arguments of the same type swapped");

        final String meaning;

        Operator(String meaning) {
            this.meaning = meaning;
        }
    }

    String applied(String source) {
        return source.substring(0, start) + after + source.substring(end);
    }

    /** Identifies it while other lines come and go. */
    String key() {
        return member + "\t" + oneLine(before) + "\t" + oneLine(after) + (occurrence == 0 ? "" : "\t" + occurrence);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** A number that looks random and hangs on nothing but a seed and a text. */
    static BigInteger rank(long seed, String text) {
        try {
            byte[] bytes = (seed + "\n" + text).getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
