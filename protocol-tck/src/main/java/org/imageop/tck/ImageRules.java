package org.imageop.tck;

import java.util.List;

/** The rules that an image can keep or break. */
final class ImageRules {
    /** What all other checks stand on; each presupposes those before it. */
    static final List<String> FOUNDATION = List.of("P-2", "P-17", "P-18", "P-19", "P-20", "P-22", "P-23");

    static final List<Rule> ALL = all();

    private ImageRules() {}

    private static List<Rule> all() {
        RuleList rules = new RuleList();
        BasicRules.addTo(rules);
        BufferRules.addTo(rules);
        MapRules.addTo(rules);
        WholeRules.addTo(rules);
        PixelRules.addTo(rules);
        AreaRules.addTo(rules);
        ReadOnlyRules.addTo(rules);
        return rules.list();
    }
}
