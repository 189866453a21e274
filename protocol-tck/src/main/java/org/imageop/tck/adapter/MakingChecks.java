package org.imageop.tck.adapter;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.source.AdapterSource;

/** Whether share and copy make objects of the right class, which wrap understands. */
final class MakingChecks<T> {
    private static final Rule NULL = Rule.of(
            "A-8",
            "share returns an object or a reason, copy returns an object",
            "which branch of share or copy returns null, or throws",
            "A-4");
    private static final Rule MADE = Rule.of(
            "A-5",
            "a class is made by the adapter of that type(), which is not Object",
            "whether share and copy make instances of type()",
            "A-4",
            "A-8");
    private static final Rule COPY_WRAPPED = Rule.of(
            "A-7",
            "wrap shows what it is given: losses are found by looking at a copy through it",
            "mode and size of the image that wrap makes of a copy",
            "A-4",
            "A-5",
            "A-8");
    static final List<Rule> RULES = List.of(NULL, MADE, COPY_WRAPPED);

    private final AdapterSource<T> source;
    private final ImageAdapter<T> adapter;
    private final List<Check> checks = new ArrayList<>();

    MakingChecks(AdapterSource<T> source, ImageAdapter<T> adapter) {
        this.source = source;
        this.adapter = adapter;
    }

    List<Check> all() {
        Offer.ofAuthor(source).forEach(this::addOffer);
        Offer.others(source).forEach(this::addOffer);
        return checks;
    }

    private void addOffer(Offer offer) {
        add(NULL, offer, "share and copy of ", this::returnsSomething);
        add(MADE, offer, "class of ", this::isOfType);
        add(COPY_WRAPPED, offer, "wrap of a copy of ", this::isWrapped);
    }

    private interface Trial {
        void run(Probe probe, ImageLike image);
    }

    private void add(Rule rule, Offer offer, String what, Trial trial) {
        checks.add(new Check(rule, offer.group(), what + offer.name(), probe -> {
            ImageLike image = offer.image(probe);
            Refusal.allowed(probe, adapter, image, () -> trial.run(probe, image));
        }));
    }

    private void returnsSomething(Probe probe, ImageLike image) {
        T copy = adapter.copy(image);
        Sharing<T> sharing = adapter.share(image);
        if (sharing == null || copy == null) {
            throw probe.violation(sharing == null ? "share" : "copy", "something", "null");
        }
        if (canWrap(copy) && adapter.wrap(copy) == null) {
            throw probe.violation("wrap of the copy", "something", "null");
        }
    }

    private void isOfType(Probe probe, ImageLike image) {
        isOfType(probe, "copy", adapter.copy(image));
        adapter.share(image).object().ifPresent(object -> isOfType(probe, "share", object));
    }

    private void isOfType(Probe probe, String call, Object made) {
        if (adapter.type() == (Class<?>) Object.class || !adapter.type().isInstance(made)) {
            throw probe.violation(
                    "class of what " + call + " makes",
                    "an instance of type(), which is " + adapter.type().getName() + " and not Object",
                    made.getClass().getName());
        }
    }

    private void isWrapped(Probe probe, ImageLike image) {
        T copy = adapter.copy(image);
        if (!canWrap(copy)) {
            throw probe.doesNotApply("wrap refuses what copy makes, so that losses() cannot use it");
        }
        ImageLike seen = adapter.wrap(copy);
        probe.same("mode(), as the source has it", source.mode(copy), seen.mode());
        probe.same("size(), as the source has it", source.size(copy), seen.size());
    }

    private boolean canWrap(T copy) {
        try {
            adapter.wrap(copy);
            return true;
        } catch (UnsupportedImageException e) {
            return false;
        }
    }
}
