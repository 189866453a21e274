package org.imageop.verification.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.layout.LayoutChecks;
import org.imageop.verification.library.colors.HandedOnRules;
import org.imageop.verification.library.colors.MeaningRules;
import org.imageop.verification.library.colors.ProfileRules;
import org.imageop.verification.library.conversion.BandRules;
import org.imageop.verification.library.conversion.ConversionRules;
import org.imageop.verification.library.conversion.CopyRules;
import org.imageop.verification.library.conversion.FilterRules;
import org.imageop.verification.library.conversion.PlaceRules;
import org.imageop.verification.library.conversion.ResizeRules;
import org.imageop.verification.library.memory.AliasingRules;
import org.imageop.verification.library.memory.ArrangementRules;
import org.imageop.verification.library.memory.CanonicalRules;
import org.imageop.verification.library.memory.FactoryRules;
import org.imageop.verification.library.memory.LayoutRules;
import org.imageop.verification.library.memory.MemoryRules;
import org.imageop.verification.library.memory.NamedLayoutRules;
import org.imageop.verification.library.memory.NumberRules;
import org.imageop.verification.library.memory.PlaneRules;
import org.imageop.verification.library.memory.RangeRules;
import org.imageop.verification.library.memory.SampleBufferRules;
import org.imageop.verification.library.memory.TensorRules;
import org.imageop.verification.library.palettes.IndexedRules;
import org.imageop.verification.library.palettes.PaletteRules;
import org.imageop.verification.library.palettes.QuantizerRules;
import org.imageop.verification.library.sharing.BorderRules;
import org.imageop.verification.library.sharing.ErrorRules;
import org.imageop.verification.library.sharing.LimitRules;
import org.imageop.verification.library.sharing.LookupRules;
import org.imageop.verification.library.sharing.LossRules;
import org.imageop.verification.library.sharing.OverlapRules;
import org.imageop.verification.library.sharing.SharingRules;
import org.imageop.verification.library.sharing.ThreadChecks;
import org.imageop.verification.library.sharing.TransferRules;
import org.imageop.verification.library.values.LifetimeRules;
import org.imageop.verification.library.values.ModeAlgebraRules;
import org.imageop.verification.library.values.ModeRules;
import org.imageop.verification.library.values.SizeRules;
import org.imageop.verification.library.values.SliceRules;
import org.imageop.verification.library.values.TypeRules;
import org.imageop.verification.library.views.FlattenRules;
import org.imageop.verification.library.views.ReadOnlyRules;
import org.imageop.verification.library.views.ViewLimitRules;
import org.imageop.verification.library.views.ViewRules;

/** The checks of the library's own types, which no image can replace. */
public final class LibraryChecks {
    private static final List<Check> CHECKS = checks();

    static final List<Rule> RULES = CHECKS.stream().map(Check::rule).distinct().toList();

    private LibraryChecks() {}

    /** The checks of the library, which block one another. */
    public static CheckList list() {
        return new CheckList(CHECKS, RULES, Map.of(), check -> "the library", "");
    }

    /** The rules that kit and library check, in the order of the checks; an id occurs for each kind of object. */
    public static List<Rule> andTheKits() {
        List<Rule> rules = new ArrayList<>(ImageChecks.RULES);
        rules.addAll(LayoutChecks.RULES);
        rules.addAll(AdapterChecks.RULES);
        rules.addAll(RULES);
        return List.copyOf(rules);
    }

    private static List<Check> checks() {
        List<Check> values = new ArrayList<>();
        ModeRules.addTo(values);
        ModeAlgebraRules.addTo(values);
        SizeRules.addTo(values);
        SliceRules.addTo(values);
        List<Check> lifetimes = new ArrayList<>();
        LifetimeRules.addTo(lifetimes);
        List<Check> memory = new ArrayList<>();
        TypeRules.addTo(memory);
        FactoryRules.addTo(memory);
        PlaneRules.addTo(memory);
        AliasingRules.addTo(memory);
        RangeRules.addTo(memory);
        NumberRules.addTo(memory);
        CanonicalRules.addTo(memory);
        LayoutRules.addTo(memory);
        MemoryRules.addTo(memory);
        SampleBufferRules.addTo(memory);
        ViewRules.addTo(memory);
        ViewLimitRules.addTo(memory);
        List<Check> words = new ArrayList<>();
        ArrangementRules.addTo(words);
        NamedLayoutRules.addTo(words);
        TensorRules.addTo(words);
        List<Check> filters = new ArrayList<>();
        FilterRules.addTo(filters);
        List<Check> copies = new ArrayList<>();
        CopyRules.addTo(copies);
        List<Check> uses = new ArrayList<>();
        BorderRules.addTo(uses);
        ReadOnlyRules.addTo(uses);
        SharingRules.addTo(uses);
        OverlapRules.addTo(uses);
        LookupRules.addTo(uses);
        TransferRules.addTo(uses);
        LossRules.addTo(uses);
        ThreadChecks.addTo(uses);
        FlattenRules.addTo(uses);
        LimitRules.addTo(uses);
        ErrorRules.addTo(uses);
        ConversionRules.addTo(uses);
        ResizeRules.addTo(uses);
        BandRules.addTo(uses);
        PlaceRules.addTo(uses);
        List<Check> colors = new ArrayList<>();
        MeaningRules.addTo(colors);
        ProfileRules.addTo(colors);
        HandedOnRules.addTo(colors);
        List<Check> palettes = new ArrayList<>();
        PaletteRules.addTo(palettes);
        IndexedRules.addTo(palettes);
        QuantizerRules.addTo(palettes);
        List<Check> checks = new ArrayList<>(values);
        checks.addAll(upon(checks, lifetimes));
        checks.addAll(upon(checks, memory));
        checks.addAll(upon(checks, words));
        checks.addAll(upon(checks, filters));
        checks.addAll(upon(checks, copies));
        checks.addAll(upon(checks, uses));
        checks.addAll(upon(checks, colors));
        checks.addAll(upon(checks, palettes));
        return List.copyOf(checks);
    }

    /** Checks that need all rules of other checks, and the rules that they name. */
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
