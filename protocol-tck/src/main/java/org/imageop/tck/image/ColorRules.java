package org.imageop.tck.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.tck.engine.Subject;
import org.imageop.tck.source.OwnProfiles;

/** What becomes of the colour profile of an image in images that it makes. */
final class ColorRules {
    private ColorRules() {}

    static void addTo(RuleList rules) {
        List<String> before = new ArrayList<>(ImageChecks.ROWS);
        before.addAll(List.of("P-25", "P-34", "P-35", "P-36", "P-37", "P-50", "P-59"));
        rules.after(before);
        rules.add(
                "K-2",
                ImageRule.Scope.ANY,
                "images that are made of an image keep its colour profile, if it fits their mode, and nothing else of its"
                        + " info",
                "whether info() of a turned image or an area gets icc_profile",
                shape -> List.of(
                        new ImageRule.Case("a profile for its mode", ColorRules::keeps),
                        new ImageRule.Case("a profile for other modes", ColorRules::drops)));
        rules.after(ImageChecks.ROWS);
    }

    private static void keeps(Subject s) {
        byte[] profile = OwnProfiles.of(s.shape.mode().family());
        made(s, profile).forEach((name, image) -> {
            s.same(
                    "keys of info() of " + name,
                    Set.of(InfoKeys.ICC_PROFILE),
                    Set.copyOf(image.info().keySet()));
            s.holds(
                    "the profile of " + name + " is that of the image",
                    image.info().get(InfoKeys.ICC_PROFILE) instanceof byte[] found && Arrays.equals(profile, found));
        });
    }

    private static void drops(Subject s) {
        made(s, OwnProfiles.ofOthers(s.shape.mode().family()))
                .forEach((name, image) -> s.same("info() of " + name, Map.of(), Map.copyOf(image.info())));
    }

    /** What an image with a profile and another entry makes. */
    private static Map<String, ImageLike> made(Subject s, byte[] profile) {
        ImageLike image = s.image;
        try {
            image.info().clear();
            image.info().put(InfoKeys.ICC_PROFILE, profile);
            image.info().put(InfoKeys.COMMENT, "the kit's");
        } catch (UnsupportedOperationException e) {
            throw s.doesNotApply("info() cannot be changed");
        }
        Map<String, ImageLike> made = new LinkedHashMap<>();
        made.put("rotate90()", image.rotate90());
        made.put("rotate180()", image.rotate180());
        made.put("rotate270()", image.rotate270());
        Mode mode = s.shape.mode();
        if (!mode.planar()) {
            made.put("[:, :]", image.get(Slice.ALL, Slice.ALL));
            made.put("[0, :]", image.get(0, Slice.ALL));
            made.put("[:, 0]", image.get(Slice.ALL, 0));
        }
        return made;
    }
}
