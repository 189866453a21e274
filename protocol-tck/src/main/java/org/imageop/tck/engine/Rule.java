package org.imageop.tck.engine;

import java.util.List;

/**
 * A rule of the specification, as the kit checks it.
 *
 * @param id the rule's id in the specification, for example {@code P-58}
 * @param intent the rule in a sentence
 * @param hint where to look if the rule does not hold, for the author of the image
 * @param after the ids of the rules without which this one cannot be tried
 */
public record Rule(String id, String intent, String hint, List<String> after) {
    /**
     * Keeps a copy of the ids.
     *
     * @param id the id
     * @param intent why the rule exists
     * @param hint where to look
     * @param after the ids of the rules that come first
     */
    public Rule {
        after = List.copyOf(after);
    }

    public static Rule of(String id, String intent, String hint, String... after) {
        return new Rule(id, intent, hint, List.of(after));
    }
}
