package org.imageop.verification.mutation;

import java.util.List;

/**
 * A mutant and what came of it, a line of a table.
 *
 * @param mutant member, text before, text after, and how many like it stand before it in the member
 * @param type the changed class
 * @param operator the kind of change
 * @param rule the rule whose check killed it; "none" if the kit itself broke; {@link #NO_MUTANT}; empty if it survived
 * @param check the check that killed it, or what became of the kit; empty if it survived
 * @param on what the check was run on; empty if it survived
 * @param ownTest the test of {@code protocol-api} that kills a survivor; "none" if none does; empty if it was killed
 */
record JudgedMutant(
        String mutant, String type, Mutation.Operator operator, String rule, String check, String on, String ownTest) {

    static final String NO_MUTANT = "no mutant";

    /** Whether it is a mutant at all: it can be compiled, and to other code. */
    boolean counts() {
        return !rule.equals(NO_MUTANT);
    }

    boolean killed() {
        return !check.isEmpty();
    }

    boolean killedByOwnTests() {
        return !ownTest.isEmpty() && !ownTest.equals("none");
    }

    String className() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    String packageName() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    String member() {
        return mutant.split("\t")[0];
    }

    String before() {
        return mutant.split("\t")[1];
    }

    String after() {
        return mutant.split("\t")[2];
    }

    String line() {
        List<String> mutantParts = List.of(mutant.split("\t"));
        return String.join(
                "\t",
                type,
                mutantParts.get(0),
                mutantParts.get(1),
                mutantParts.get(2),
                mutantParts.size() > 3 ? mutantParts.get(3) : "0",
                operator.name(),
                rule,
                check,
                on,
                ownTest);
    }

    static JudgedMutant of(String line) {
        String[] parts = line.split("\t", -1);
        String mutant = parts[1] + "\t" + parts[2] + "\t" + parts[3] + (parts[4].equals("0") ? "" : "\t" + parts[4]);
        return new JudgedMutant(
                mutant, parts[0], Mutation.Operator.valueOf(parts[5]), parts[6], parts[7], parts[8], parts[9]);
    }
}
