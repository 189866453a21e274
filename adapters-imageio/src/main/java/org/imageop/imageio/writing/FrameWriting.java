package org.imageop.imageio.writing;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.files.Destination;
import org.imageop.imageio.files.Scratch;
import org.imageop.imageio.formats.Codecs;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.plugins.Watch;
import org.imageop.imageio.sequence.Animation;
import org.imageop.imageio.sequence.FrameIndex;
import org.imageop.imageio.sequence.FrameJoiner;
import org.imageop.imageio.sequence.FrameJoiner.Kind;
import org.jspecify.annotations.Nullable;

/** Images on their way into one file. They are taken one after the other, and two are in memory at a time. */
public final class FrameWriting {
    /** The duration of a frame that has none, in milliseconds. */
    private static final double USUAL_DURATION = 100;

    /** A number of frames that is not known. */
    public static final int UNKNOWN = -1;

    private final Iterator<ImageLike> images;
    private final int count;
    private final @Nullable Path path;
    private final Settings settings;
    private final Codec codec;
    private final Set<String> losses = new LinkedHashSet<>();
    private @Nullable Mode mode;
    private int frames;

    private FrameWriting(Iterator<ImageLike> images, int count, @Nullable Path path, Settings settings, Codec codec) {
        this.images = images;
        this.count = count;
        this.path = path;
        this.settings = settings;
        this.codec = codec;
    }

    /**
     * Refuses an unknown format. No image is taken.
     *
     * @param count how many images there are, for the progress; or {@link #UNKNOWN}
     * @param path for its suffix; null for bytes that have no path
     */
    public static FrameWriting of(Iterator<ImageLike> images, int count, @Nullable Path path, Settings settings)
            throws RefusedException {
        return new FrameWriting(
                images,
                count,
                path,
                settings,
                FormatChoice.of(settings.format(), path).codec());
    }

    /** The name of the format. */
    public String format() {
        return codec.name();
    }

    /** The mode that the first image of the written file has when it is read. */
    public Mode mode() {
        return Objects.requireNonNull(mode);
    }

    /** What the written file does not keep of any image, as short phrases. */
    public List<String> losses() {
        return new ArrayList<>(losses);
    }

    /**
     * Writes the file.
     *
     * @param watch hears of each frame, and may end it
     * @return the number of bytes
     */
    public long writeTo(Destination place, Watch watch) throws IOException {
        if (!images.hasNext()) {
            throw new RefusedException("there are no frames, and a file has at least one [errors.md#no-frames]");
        }
        ImageLike first = images.next();
        if (!images.hasNext()) {
            ImageWriting still = ImageWriting.of(first, path, settings);
            long bytes = still.writeTo(place, watch);
            losses.addAll(still.losses());
            mode = still.mode();
            return bytes;
        }
        return switch (codec.joining()) {
            case NONE ->
                throw new RefusedException(codec.name() + " files hold one image; "
                        + Codecs.names(other -> other.joining() != Kind.NONE)
                        + " hold several; use one of them, or write the first image with ImageFiles.write"
                        + " [errors.md#one-image-only]");
            case PAGES ->
                place.write(file -> {
                    writePages(file, first, watch);
                    finish(watch);
                });
            case COVERING, REPLACING ->
                place.write(file -> {
                    animate(file, first, watch);
                    finish(watch);
                });
        };
    }

    private static void finish(Watch watch) throws IOException {
        watch.goesOn(1);
        watch.check();
    }

    private void writePages(SeekableByteChannel file, ImageLike first, Watch watch) throws IOException {
        FrameJoiner joiner = codec.joiner(file, first.size(), 0);
        add(joiner, first, FrameInfo.page(first.size()), watch);
        while (images.hasNext()) {
            ImageLike page = images.next();
            add(joiner, page, FrameInfo.page(page.size()), watch);
        }
        joiner.finish();
    }

    private void animate(SeekableByteChannel file, ImageLike first, Watch watch) throws IOException {
        int plays = plays(first);
        if (codec.nearestPlays(plays) != plays) {
            losses.add("info " + InfoKeys.LOOP);
        }
        FrameJoiner joiner = codec.joiner(file, first.size(), plays);
        ImageLike shown = snapshot(first);
        Changes.Area area = Changes.Area.all(first.size());
        while (images.hasNext()) {
            ImageLike next = images.next();
            demandAlike(first, next);
            next = snapshot(next);
            Changes changes = codec.joining() == Kind.COVERING
                    ? Changes.covering(shown, next, area)
                    : Changes.replacing(shown, next, area);
            add(joiner, shown, changes.areaBefore(), changes.disposal(), watch);
            shown = next;
            area = changes.area();
        }
        add(joiner, shown, area, Disposal.NONE, watch);
        joiner.finish();
        FrameIndex written = codec.frames(FileBytes.of(file), Integer.MAX_VALUE);
        Animation animation = written == null ? null : written.animation();
        if (animation != null) {
            mode = animation.mode(mode());
        }
    }

    /** The image may be drawn on again while it is needed. */
    private static ImageLike snapshot(ImageLike image) {
        StandardImage copy = StandardImage.from(image);
        copy.info().putAll(image.info());
        return copy;
    }

    private void demandAlike(ImageLike first, ImageLike next) throws RefusedException {
        ImageSize size = first.size();
        if (!next.size().equals(size)) {
            throw new RefusedException("a frame has " + next.width() + "×" + next.height()
                    + " pixels, and the first one " + size.width() + "×" + size.height()
                    + "; the frames of an animation have one size: resize it with StandardImage.from(image, width,"
                    + " height), or use " + pages() + " [errors.md#frames-differ]");
        }
        if (codec.joining() == Kind.REPLACING && (next.mode() != first.mode() || !sameProfile(first, next))) {
            throw new RefusedException("a frame has the mode " + next.mode() + ", and the first one " + first.mode()
                    + "; the frames of " + codec.name() + " files have one mode and one profile: convert it with"
                    + " StandardImage.from(image, Mode." + first.mode() + "), or use " + pages()
                    + " [errors.md#frames-differ]");
        }
    }

    private static boolean sameProfile(ImageLike a, ImageLike b) {
        return Arrays.equals(Profiles.of(a).orElse(null), Profiles.of(b).orElse(null));
    }

    private static String pages() {
        return Codecs.names(codec -> codec.joining() == Kind.PAGES) + ", whose pages need not be alike";
    }

    private int plays(ImageLike first) {
        return first.info().get(InfoKeys.LOOP) instanceof Integer plays && plays >= 0 ? plays : 0;
    }

    private void add(FrameJoiner joiner, ImageLike shown, Changes.Area area, Disposal disposal, Watch watch)
            throws IOException {
        double duration = duration(shown);
        double kept = codec.nearestDuration(duration);
        if (Math.abs(kept - duration) > 1e-6 * duration) {
            losses.add("info " + InfoKeys.DURATION);
        }
        ImageLike part = Views.crop(shown, area.x(), area.y(), area.width(), area.height());
        if (frames == 0) {
            Map<String, Object> info = new LinkedHashMap<>(shown.info());
            info.keySet().removeAll(List.of(InfoKeys.DURATION, InfoKeys.LOOP)); // they are kept
            part.info().putAll(info);
        }
        Blend blend = codec.joining() == Kind.COVERING ? Blend.OVER : Blend.SOURCE;
        add(joiner, part, new FrameInfo(area.x(), area.y(), part.size(), kept, disposal, blend, false), watch);
    }

    private double duration(ImageLike image) {
        Object duration = image.info().get(InfoKeys.DURATION);
        if (duration instanceof Number number && number.doubleValue() >= 0) {
            return number.doubleValue();
        }
        if (duration != null) {
            losses.add("info " + InfoKeys.DURATION);
        }
        return USUAL_DURATION;
    }

    private void add(FrameJoiner joiner, ImageLike image, FrameInfo frame, Watch watch) throws IOException {
        boolean palette = codec.joining() != Kind.REPLACING; // one for all frames, which are not known yet
        ImageWriting still = ImageWriting.of(
                image,
                null,
                new Settings(codec.name(), settings.quality(), settings.colors(), settings.dither(), palette));
        try (Scratch bytes = new Scratch(Scratch.USUAL_MEMORY)) {
            still.writeTo(
                    content -> {
                        content.writeTo(bytes);
                        return bytes.size();
                    },
                    watch.ofPart());
            joiner.add(FileBytes.of(bytes), frame);
        }
        if (mode == null) {
            mode = still.mode();
        }
        losses.addAll(still.losses());
        if (frames > 0 && codec.joining() != Kind.PAGES) {
            losses.remove(image.mode() + " → " + still.mode()); // frames are parts of an image of another mode
        }
        frames++;
        watch.goesOn(frames
                / (count == UNKNOWN ? frames + 1.0 : count + 0.01)); // the end is reported when the file is complete
        watch.check();
    }
}
