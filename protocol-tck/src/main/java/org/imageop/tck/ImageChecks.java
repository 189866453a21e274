package org.imageop.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** What is tried on images: each rule in each declared mode and size, and the refusals. */
final class ImageChecks {
    /** What all other checks stand on; each presupposes those before it. */
    static final List<String> FOUNDATION = List.of("P-2", "P-17", "P-18", "P-19", "P-20", "P-22", "P-23");

    private static final List<ImageRule> IMAGE_RULES = imageRules();

    static final List<Rule> RULES = rules();

    private ImageChecks() {}

    private static List<ImageRule> imageRules() {
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

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Refusals.RULES);
        IMAGE_RULES.forEach(rule -> rules.add(rule.rule()));
        return List.copyOf(rules);
    }

    /**
     * The checks.
     *
     * @throws IllegalArgumentException if no mode, or for a mode no size, is declared
     */
    static List<Check> of(ImageSource source) {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : shapes(source)) {
            for (ImageRule rule : IMAGE_RULES) {
                for (ImageRule.Case part : rule.of(shape, source.readOnly())) {
                    String what = part.what() + " of a " + shape;
                    checks.add(new Check(rule.rule(), shape.toString(), what, probe -> {
                        ImageLike image = made(source, shape, probe);
                        part.check()
                                .on(
                                        FOUNDATION.contains(rule.rule().id())
                                                ? Subject.untouched(rule.rule(), what, shape, image, source)
                                                : Subject.filled(rule.rule(), what, shape, image, source));
                    }));
                }
            }
        }
        checks.addAll(Refusals.of(source));
        return checks;
    }

    /**
     * What is declared.
     *
     * @throws IllegalArgumentException if no mode, or for a mode no size, is declared
     */
    static List<Shape> shapes(Capabilities source) {
        List<Shape> shapes = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (source.modes().contains(mode)) {
                List<ImageSize> sizes = source.sizes(mode);
                if (sizes.isEmpty()) {
                    throw new IllegalArgumentException(
                            "There is no size to try in mode " + mode + "; sizes(" + mode + ") needs at least one");
                }
                sizes.forEach(size -> shapes.add(new Shape(mode, size.width(), size.height())));
            }
        }
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("There is no mode to try; modes() needs at least one");
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
