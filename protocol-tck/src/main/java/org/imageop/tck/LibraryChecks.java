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
        List<Check> foundation = new ArrayList<>();
        ModeRules.addTo(foundation);
        SizeRules.addTo(foundation);
        SliceRules.addTo(foundation);
        List<Check> others = new ArrayList<>();
        TypeRules.addTo(others);
        FactoryRules.addTo(others);
        CopyRules.addTo(others);
        SharingRules.addTo(others);
        OverlapRules.addTo(others);
        LookupRules.addTo(others);
        TransferRules.addTo(others);
        ThreadChecks.addTo(others);
        LimitRules.addTo(others);
        ErrorRules.addTo(others);
        ConversionRules.addTo(others);
        FilterRules.addTo(others);
        ResizeRules.addTo(others);
        PlaceRules.addTo(others);
        List<Check> checks = new ArrayList<>(foundation);
        others.forEach(check -> checks.add(upon(foundation, check)));
        return List.copyOf(checks);
    }

    /** A check that presupposes all the rules that others try, besides those that it names. */
    private static Check upon(List<Check> foundation, Check check) {
        List<String> after = new ArrayList<>(
                foundation.stream().map(tried -> tried.rule().id()).distinct().toList());
        after.addAll(check.rule().after());
        Rule rule = check.rule();
        return new Check(
                new Rule(rule.id(), rule.intent(), rule.hint(), after), check.group(), check.what(), check.body());
    }
}
