package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;

/** What is tried on the library's own types, which no image can replace. */
final class LibraryChecks {
    private static final List<Check> CHECKS = checks();

    static final List<Rule> RULES = CHECKS.stream().map(Check::rule).distinct().toList();

    private LibraryChecks() {}

    static List<Check> of() {
        return CHECKS;
    }

    private static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        ModeRules.addTo(checks);
        return List.copyOf(checks);
    }
}
