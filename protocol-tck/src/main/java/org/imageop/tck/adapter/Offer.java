package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Shape;
import org.imageop.tck.source.AdapterSource;

/**
 * An image that is offered to an adapter.
 *
 * @param group the image or object of the author's that it is made of
 * @param name its name
 * @param fate what must become of it
 * @param maker makes it, a new one each time
 */
record Offer(String group, String name, Fate fate, Maker maker) {
    /** What becomes of an image under {@code Copy.IF_NEEDED}. */
    enum Fate {
        SHARED,
        COPIED,
        /** Whatever the adapter decides. */
        EITHER
    }

    /**
     * An image that was made.
     *
     * @param image the image offered
     * @param original the same pixels, writable if anything is
     */
    record Made(ImageLike image, ImageLike original) {}

    /** Makes an image. */
    interface Maker {
        Made make(Probe probe);
    }

    /** A new image to offer. */
    ImageLike image(Probe probe) {
        return maker.make(probe).image();
    }

    private static Offer of(String group, String name, Fate fate, Supplier<? extends ImageLike> images) {
        return new Offer(group, name, fate, probe -> {
            ImageLike image = images.get();
            return new Made(image, image);
        });
    }

    /** The author's images. */
    static List<Offer> ofAuthor(AdapterSource<?> source) {
        List<Offer> offers = new ArrayList<>();
        source.shareable().forEach((name, images) -> offers.add(of(name, name, Fate.SHARED, images)));
        source.unshareable().forEach((name, images) -> offers.add(of(name, name, Fate.COPIED, images)));
        return offers;
    }

    /** The author's images in memory that an author does not think of. */
    static List<Offer> variants(AdapterSource<?> source) {
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : ofAuthor(source)) {
            Variant.all()
                    .forEach((name, variant) -> offers.add(new Offer(
                            offer.group,
                            offer.name + ", " + name,
                            Fate.EITHER,
                            probe -> variant.of(probe, offer.image(probe)))));
        }
        return offers;
    }

    /** The memory of objects, and every mode. */
    static <T> List<Offer> others(AdapterSource<T> source) {
        List<Offer> offers = new ArrayList<>();
        source.objects()
                .forEach((name, objects) -> offers.add(new Offer(name, "the memory of " + name, Fate.EITHER, probe -> {
                    PixelLayout layout = source.adapter()
                            .wrap(objects.get())
                            .buffer()
                            .layout()
                            .orElseThrow(() -> probe.doesNotApply("the image has no layout"));
                    StandardImage image = StandardImage.wrap(layout);
                    return new Made(image, image);
                })));
        for (Mode mode : Mode.values()) {
            String group = "an image in mode " + mode;
            offers.add(of(group, group, Fate.EITHER, () -> StandardImage.of(mode, 6, 4)));
        }
        return offers;
    }

    /** An image of every mode that is larger than a tile of 64 × 64. */
    static List<Offer> large() {
        return Stream.of(Mode.values())
                .map(mode -> of(
                        "an image in mode " + mode,
                        "a large " + mode + " image",
                        Fate.EITHER,
                        () -> StandardImage.of(mode, Shape.LARGE.width(), Shape.LARGE.height())))
                .toList();
    }
}
