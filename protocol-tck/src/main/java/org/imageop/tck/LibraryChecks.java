package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;

/** What is tried on the library's own types, which no image can replace. */
final class LibraryChecks {
    /** All checks are in one group, because a mistake in one type may show in the rules of another. */
    static final String GROUP = "the library";

    private static final List<Check> CHECKS = checks();

    static final List<Rule> RULES = CHECKS.stream().map(Check::rule).distinct().toList();

    private LibraryChecks() {}

    static List<Check> of() {
        return CHECKS;
    }

    private static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        ModeRules.addTo(checks);
        SharingRules.addTo(checks);
        OverlapRules.addTo(checks);
        LookupRules.addTo(checks);
        TransferRules.addTo(checks);
        ThreadChecks.addTo(checks);
        LimitRules.addTo(checks);
        ErrorRules.addTo(checks);
        ConversionRules.addTo(checks);
        FilterRules.addTo(checks);
        ResizeRules.addTo(checks);
        PlaceRules.addTo(checks);
        return List.copyOf(checks);
    }
}
