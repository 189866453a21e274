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
        List<Check> values = new ArrayList<>();
        ModeRules.addTo(values);
        SizeRules.addTo(values);
        SliceRules.addTo(values);
        List<Check> memory = new ArrayList<>();
        TypeRules.addTo(memory);
        FactoryRules.addTo(memory);
        PlaneRules.addTo(memory);
        RangeRules.addTo(memory);
        CanonicalRules.addTo(memory);
        LayoutRules.addTo(memory);
        MemoryRules.addTo(memory);
        SampleBufferRules.addTo(memory);
        ViewRules.addTo(memory);
        ViewLimitRules.addTo(memory);
        List<Check> filters = new ArrayList<>();
        FilterRules.addTo(filters);
        List<Check> copies = new ArrayList<>();
        CopyRules.addTo(copies);
        List<Check> uses = new ArrayList<>();
        SharingRules.addTo(uses);
        OverlapRules.addTo(uses);
        LookupRules.addTo(uses);
        TransferRules.addTo(uses);
        ThreadChecks.addTo(uses);
        LimitRules.addTo(uses);
        ErrorRules.addTo(uses);
        ConversionRules.addTo(uses);
        ResizeRules.addTo(uses);
        BandRules.addTo(uses);
        PlaceRules.addTo(uses);
        List<Check> checks = new ArrayList<>(values);
        checks.addAll(upon(values, memory));
        checks.addAll(upon(checks, filters));
        checks.addAll(upon(checks, copies));
        checks.addAll(upon(checks, uses));
        return List.copyOf(checks);
    }

    /** Checks that presuppose all the rules that others try, besides those that they name. */
    private static List<Check> upon(List<Check> foundation, List<Check> checks) {
        List<String> ids =
                foundation.stream().map(check -> check.rule().id()).distinct().toList();
        List<Check> upon = new ArrayList<>();
        for (Check check : checks) {
            Rule rule = check.rule();
            List<String> after = new ArrayList<>(ids);
            after.addAll(rule.after());
            upon.add(new Check(
                    new Rule(rule.id(), rule.intent(), rule.hint(), after), check.group(), check.what(), check.body()));
        }
        return upon;
    }
}
