package org.imageop.verification.mutation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.imageop.verification.proof.copies.MutatedLibrary;

/**
 * Runs the kit on mutants, in a JVM of its own, because a mutant may never end or take all memory. Mutants come in
 * and results go out through standard streams.
 */
public final class MutantKiller {
    private MutantKiller() {}

    /** What the first text of a result is. */
    enum Outcome {
        /** The mutant is not one: it cannot be compiled, or is compiled to the same code. */
        NONE,
        KILLED,
        SURVIVED
    }

    /**
     * Serves until the input ends.
     *
     * @param arguments none
     * @throws IOException if the streams break
     */
    public static void main(String[] arguments) throws IOException {
        // nobody else ends an endless mutant when the run is broken off
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        Map<String, Map<String, byte[]>> originals = new HashMap<>();
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        // what a mutant prints must not come between the results
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        while (in.readBoolean()) {
            String type = in.readUTF();
            String original = text(in);
            String mutant = text(in);
            if (!originals.containsKey(type)) {
                originals.put(type, MutatedLibrary.compiled(type, original, "-g:none"));
            }
            String[] result = judged(type, mutant, originals.get(type));
            out.writeInt(result.length);
            for (String part : result) {
                out.writeUTF(part);
            }
            out.flush();
        }
        // threads that a mutant left behind end here too
        System.exit(0);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static String[] judged(String type, String source, Map<String, byte[]> original) throws IOException {
        Map<String, byte[]> classes;
        try {
            classes = MutatedLibrary.compiled(type, source, "-g:none");
        } catch (IllegalArgumentException e) {
            return new String[] {Outcome.NONE.name(), "is not compiled"};
        }
        boolean same = classes.keySet().equals(original.keySet())
                && classes.entrySet().stream().allMatch(c -> Arrays.equals(c.getValue(), original.get(c.getKey())));
        if (same) {
            return new String[] {Outcome.NONE.name(), "is the same code"};
        }
        try {
            String[] failure = KitAlone.firstFailureIn(MutatedLibrary.of(classes));
            return failure.length == 0
                    ? new String[] {Outcome.SURVIVED.name()}
                    : new String[] {Outcome.KILLED.name(), failure[0], failure[1], failure[2]};
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            while (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return new String[] {
                Outcome.KILLED.name(),
                "none",
                "the kit ends with " + cause.getClass().getSimpleName(),
                "everything"
            };
        }
    }
}
