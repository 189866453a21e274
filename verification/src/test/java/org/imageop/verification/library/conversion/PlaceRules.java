package org.imageop.verification.library.conversion;

import java.util.List;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.Place;

/** Results do not depend on where samples lie; rows of any image. */
public final class PlaceRules {
    private static final String GROUP = "places";

    private static final Rule ALIKE = Rule.of(
            "C-2",
            "results do not depend on where samples lie",
            "the short cuts for memory of this kind",
            "C-1",
            "C-6",
            "C-7",
            "C-8");
    private static final Rule ROWS = Rule.of(
            "A-11",
            "Images.rows gives the rows of any image that is not planar",
            "Images.rows for images in memory, computed, and with a buffer of their own");

    private PlaceRules() {}

    public static void addTo(List<Check> checks) {
        for (Place place : Place.values()) {
            for (Mode mode : Mode.values()) {
                if (!place.suits(new Shape(mode, 6, 4))) {
                    continue;
                }
                add(checks, ALIKE, mode + ", " + place + ", → all modes", probe -> outOf(probe, place, mode));
                add(checks, ALIKE, "all modes → " + mode + ", " + place, probe -> into(probe, place, mode));
                add(checks, ALIKE, mode + ", " + place + ", in another size", probe -> resized(probe, place, mode));
            }
        }
        for (Place place : Place.values()) {
            add(checks, ROWS, "Images.rows of images " + place, probe -> rows(probe, place));
        }
        for (Mode mode : List.of(Mode.YV12, Mode.JPEG_YV12)) {
            add(checks, ROWS, "refusal of Images.rows of " + mode, probe -> {
                StandardImage planar = StandardImage.of(mode, 2, 2);
                probe.refused(UnsupportedOperationException.class, "Images.rows", () -> Images.rows(planar));
            });
        }
    }

    private static void add(List<Check> checks, Rule rule, String what, Check.Body body) {
        checks.add(new Check(rule, GROUP, what, body));
    }

    private static void outOf(Probe probe, Place place, Mode from) {
        Samples given = ConversionRules.colours(new Shape(from, 6, 4), 1);
        Samples samples = place.held(given);
        ImageLike image = place.of(given);
        for (Mode to : Mode.values()) {
            ConversionRules.expect(probe, ConversionFormulas.convert(samples, to), StandardImage.from(image, to));
        }
    }

    private static void into(Probe probe, Place place, Mode to) {
        for (Mode from : Mode.values()) {
            Samples samples = ConversionRules.colours(new Shape(from, 6, 4), 2);
            ImageLike target = place.of(new Samples(new Shape(to, 6, 4)));
            Images.copy(ConversionRules.image(samples), target);
            ConversionRules.expect(probe, place.held(ConversionFormulas.convert(samples, to)), target);
        }
    }

    private static void resized(Probe probe, Place place, Mode mode) {
        Samples given = ConversionRules.colours(new Shape(mode, 6, 4), 4);
        ConversionRules.expect(
                probe,
                ResizeFormulas.resize(place.held(given), mode, 4, 8, Filter.BICUBIC, Filter.BICUBIC),
                StandardImage.from(place.of(given), 4, 8, Filter.BICUBIC));
    }

    private static void rows(Probe probe, Place place) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 6, 4);
            if (shape.planar() || !place.suits(shape)) {
                continue;
            }
            Samples given = Samples.random(shape, 6);
            Samples held = place.held(given);
            ImageLike image = place.of(given);
            SampleRows rows = Images.rows(image);
            int n = shape.names().size();
            int[] row = new int[6 * n];
            for (int y = 0; y < 4; y++) {
                rows.read(0, y, 6, row, 0);
                probe.same("row " + y + " of a " + shape, held.row(y), row);
            }
            Samples fresh = Samples.random(shape, 7);
            for (int y = 0; y < 4; y++) {
                rows.write(0, y, 6, fresh.row(y), 0);
            }
            ConversionRules.expect(probe, place.held(fresh), image);
        }
    }
}
