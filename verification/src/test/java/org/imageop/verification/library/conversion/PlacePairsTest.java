package org.imageop.verification.library.conversion;

import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.engine.Surroundings;
import org.imageop.verification.model.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of modes between every pair of places, for which there are short cuts. */
class PlacePairsTest {
    private static final Rule ALIKE = Rule.of(
            "C-2", "results do not depend on where samples lie", "the short cuts for memory of these two kinds");

    static Stream<Object[]> pairs() {
        return Stream.of(Mode.values()).flatMap(from -> Stream.of(Mode.values()).map(to -> new Object[] {from, to}));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("pairs")
    void C2_everyPlaceConvertsAlikeIntoEveryPlace(Mode from, Mode to) {
        Shape shape = new Shape(from, 6, 4);
        Shape target = new Shape(to, 6, 4);
        for (Place source : Place.values()) {
            for (Place place : Place.values()) {
                if (source.suits(shape) && place.suits(target)) {
                    copied(source, place, shape, target);
                }
            }
        }
    }

    private static void copied(Place source, Place place, Shape shape, Shape target) {
        Probe probe = new Probe(ALIKE, shape.mode() + " " + source + " → " + target.mode() + " " + place);
        Samples given = Samples.random(shape, source.ordinal() * 31L + place.ordinal());
        ImageLike from = source.of(given);
        ImageLike to = place.of(new Samples(target));
        Surroundings beside = Surroundings.of(to);

        Images.copy(from, to);

        ConversionRules.expect(probe, place.held(ConversionFormulas.convert(source.held(given), target.mode())), to);
        beside.check(probe);
        ConversionRules.expect(probe, source.held(given), from);
    }
}
