package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.CheckList;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Subject;
import org.imageop.tck.source.Capabilities;
import org.imageop.tck.source.ImageSource;

/** The checks of images: each rule in each declared mode and size, and the refusals. */
public final class ImageChecks {
    private static final List<ImageRule> FOUNDATION_RULES = FoundationRules.all();

    /** The ids of the rules that all other checks need; each needs the ones before it. */
    static final List<String> FOUNDATION = FOUNDATION_RULES.stream()
            .map(rule -> rule.rule().id())
            .filter(id -> !id.equals("A-10"))
            .toList();

    /** The further rules that are needed by rules that move whole rows. */
    static final List<String> ROWS = rows();

    private static final List<ImageRule> IMAGE_RULES = imageRules();

    public static final List<Rule> RULES = rules();

    private ImageChecks() {}

    private static List<String> rows() {
        List<String> rows = new ArrayList<>(FOUNDATION);
        rows.addAll(List.of("A-10", "A-14"));
        return List.copyOf(rows);
    }

    private static List<ImageRule> imageRules() {
        RuleList rules = new RuleList().after(FOUNDATION);
        BasicRules.addTo(rules);
        RowRules.addTo(rules);
        rules.after(Stream.concat(FOUNDATION.stream(), Stream.of("A-10")).toList());
        NumberRules.addTo(rules);
        rules.after(ROWS);
        BasicRules.addChangesTo(rules);
        BufferRules.addTo(rules);
        MapRules.addTo(rules);
        WholeRules.addTo(rules);
        PixelRules.addTo(rules);
        AreaRules.addTo(rules);
        ColorRules.addTo(rules);
        ReadOnlyRules.addTo(rules);
        ThreadRules.addTo(rules);
        List<ImageRule> all = new ArrayList<>(FOUNDATION_RULES);
        all.addAll(rules.list());
        return all;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Refusals.RULES);
        IMAGE_RULES.forEach(rule -> rules.add(rule.rule()));
        return List.copyOf(rules);
    }

    /**
     * The checks of a class of images.
     *
     * @throws IllegalArgumentException if no mode, or for a mode no size, is declared; or if a rule is suppressed that
     *     does not exist, or without a reason
     */
    public static CheckList list(ImageSource source) {
        return list(source, "");
    }

    /** @param kind describes the images, after mode and size */
    public static CheckList list(ImageSource source, String kind) {
        return new CheckList(of(source, kind), RULES, source.suppressed(), Check::group, "");
    }

    /** The checks, also of rules that are suppressed. */
    public static List<Check> of(ImageSource source, String kind) {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : shapes(source)) {
            for (ImageRule rule : IMAGE_RULES) {
                for (ImageRule.Case part : rule.of(shape, source.readOnly())) {
                    String what = part.what() + " of a " + shape + kind;
                    checks.add(new Check(rule.rule(), shape.toString(), what, probe -> {
                        Supplier<ImageLike> maker = () -> made(source, shape, probe);
                        part.check()
                                .on(
                                        FOUNDATION_RULES.contains(rule)
                                                ? Subject.untouched(rule.rule(), what, shape, maker, source)
                                                : Subject.filled(rule.rule(), what, shape, maker, source));
                    }));
                }
            }
        }
        checks.addAll(Refusals.of(source, kind));
        return checks;
    }

    /**
     * The declared modes and sizes.
     *
     * @throws IllegalArgumentException if no mode, or for a mode no size, is declared
     */
    public static List<Shape> shapes(Capabilities source) {
        List<Shape> shapes = new ArrayList<>();
        for (Mode mode : new TreeSet<>(source.modes())) {
            List<ImageSize> sizes = source.sizes(mode);
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("There is no size to try in mode " + mode + "; sizes(" + mode
                        + ") needs at least one [errors.md#nothing-to-test]");
            }
            sizes.forEach(size -> shapes.add(new Shape(mode, size.width(), size.height())));
        }
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no mode to try; something must be made in at least one [errors.md#nothing-to-test]");
        }
        return shapes;
    }

    private static ImageLike made(ImageSource source, Shape shape, Probe probe) {
        Optional<? extends ImageLike> made;
        try {
            made = source.image(shape.mode(), shape.width(), shape.height());
        } catch (RuntimeException e) {
            throw probe.violation("making it", "an image, as mode and size are declared", e);
        }
        return made.orElseThrow(() -> probe.violation("making it", "an image, as mode and size are declared", "none"));
    }
}
