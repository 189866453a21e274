package org.imageop.tck.image;

import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Slice;
import org.imageop.Views;
import org.imageop.tck.engine.Samples;

/** The rules of an image's info, attributes and identity. */
final class BasicRules {
    private BasicRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-25",
                ImageRule.Scope.ANY,
                "info() is always the same map",
                "whether info() returns a field of the image and not a new map or copy",
                "info()",
                s -> {
                    if (s.image.info() == null) {
                        throw s.violation("info()", "a map", "null");
                    }
                    s.holds("the second map is the first", s.image.info() == s.image.info());
                    // one map that nobody can change may serve all images
                    if (s.image.info() == s.another().info() && canBeChanged(s.image.info())) {
                        throw s.violation("info() of another image", "another map", "the same, which can be changed");
                    }
                });
        rules.add(
                "P-27",
                ImageRule.Scope.ANY,
                "an image has the attributes of its mode",
                "whether the attributes are overridden, and with what; ImageMixin has them",
                "attributes",
                s -> {
                    ImageLike image = s.image;
                    s.same("bitsPerComponent()", s.shape.bits(), image.bitsPerComponent());
                    s.same("componentNames()", s.shape.names(), image.componentNames());
                    s.same("components()", s.shape.names().size(), image.components());
                    s.same("intervals()", s.shape.intervals(), image.intervals());
                    s.same("planar()", s.shape.planar(), image.planar());
                    s.same("subsampling()", s.shape.subsampling(), image.subsampling());
                    if (s.shape.planar()) {
                        s.refused(UnsupportedOperationException.class, "bytesPerPixel()", image::bytesPerPixel);
                    } else {
                        s.same("bytesPerPixel()", s.shape.names().size() * s.shape.bits() / 8, image.bytesPerPixel());
                    }
                });
        rules.add(
                "P-28",
                ImageRule.Scope.ANY,
                "images are equal only if they are the same object",
                "whether equals or hashCode is overridden, as a record does",
                "equals",
                s -> {
                    s.holds("equal to itself", s.image.equals(s.image));
                    ImageLike view = Views.select(s.image, Slice.ALL, Slice.ALL);
                    s.same("equal to a view of itself", false, s.image.equals(view));
                    s.same("hash code", System.identityHashCode(s.image), s.image.hashCode());
                });
    }

    private static boolean canBeChanged(Map<String, Object> info) {
        try {
            info.put("org.imageop.tck", true);
            info.remove("org.imageop.tck");
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** What becomes of an image that is changed, which is done by whole rows. */
    static void addChangesTo(RuleList rules) {
        rules.add(
                "P-28",
                ImageRule.Scope.WRITABLE,
                "the storage of an image is its own",
                "whether images share a static array",
                "storage of two images",
                s -> {
                    ImageLike another = s.another();
                    s.same("equal to another image", false, s.image.equals(another));
                    s.random(28).opaque().writeWhole(another.buffer());
                    s.unchanged();
                });
        rules.add(
                "P-28",
                ImageRule.Scope.WRITABLE,
                "mode, size and storage never change",
                "whether a change makes new memory, which a buffer that was taken before does not see",
                "mode, size and storage after changes",
                s -> {
                    ImageBuffer buffer = s.image.buffer();
                    s.image.map(v -> 100);
                    s.image.clip();
                    s.same("mode()", s.shape.mode(), s.image.mode());
                    s.same("size()", new ImageSize(s.shape.width(), s.shape.height()), s.image.size());
                    Samples after = Samples.read(s.shape, s.image.buffer());
                    s.same(
                            "bytes in a buffer that was taken before",
                            after.bytes(),
                            Samples.read(s.shape, buffer).bytes());
                });
    }
}
