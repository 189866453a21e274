package org.imageop.cli.describe;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imageop.InfoKeys;
import org.imageop.cli.console.Amounts;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.jspecify.annotations.Nullable;

/**
 * The frames or pages of a file.
 *
 * @param frames what the file says of each; null for one that cannot be read
 * @param animated whether they are shown one after the other
 * @param plays how often, 0 for ever
 */
record FrameList(List<@Nullable FrameInfo> frames, boolean animated, int plays) {
    /** More lines are for programs. */
    private static final int MOST_LINES = 20;

    static FrameList of(ImageFile file) throws IOException {
        List<@Nullable FrameInfo> frames = new ArrayList<>();
        for (int i = 0; i < file.frames(); i++) {
            frames.add(file.frames() == 1 ? null : info(file, i));
        }
        Object loop = file.info().get(InfoKeys.LOOP);
        return new FrameList(frames, file.animated(), loop instanceof Integer plays ? plays : 1);
    }

    private static @Nullable FrameInfo info(ImageFile file, int frame) {
        try {
            return file.frame(frame);
        } catch (IOException e) {
            return null; // reading it reports why
        }
    }

    /** Lines for people: the number, and of several a line for each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(frames.size() + (animated ? ", " + total() : ""));
        for (int i = 0; frames.size() > 1 && i < Math.min(frames.size(), MOST_LINES); i++) {
            lines.add(line(i, frames.get(i)));
        }
        if (frames.size() > MOST_LINES) {
            lines.add("… " + (frames.size() - MOST_LINES) + " more; --json lists all");
        }
        return lines;
    }

    private String total() {
        double seconds = frames.stream()
                        .mapToDouble(frame -> frame == null ? 0 : frame.duration())
                        .sum()
                / 1000;
        return String.format(Locale.ROOT, "%.2f s, played ", seconds)
                + (plays == 0 ? "for ever" : Amounts.count(plays, "time"));
    }

    private String line(int index, @Nullable FrameInfo frame) {
        if (frame == null) {
            return index + ": unknown, it cannot be read";
        }
        String text = index + ": " + Amounts.size(frame.size());
        if (frame.hidden()) {
            return text + ", not part of the animation";
        } else if (!animated) {
            return text;
        }
        return text + " at " + frame.x() + "," + frame.y()
                + String.format(Locale.ROOT, ", %s ms", MetadataText.of(frame.duration()))
                + (frame.blend() == Blend.OVER ? ", over what is there" : "")
                + (frame.disposal() == Disposal.NONE
                        ? ""
                        : ", then " + (frame.disposal() == Disposal.BACKGROUND ? "removed" : "what was before"));
    }

    /** The number, and of several an object for each. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("frames", frames.size());
        if (frames.size() == 1) {
            return;
        }
        json.writeBooleanField("animated", animated);
        json.writeArrayFieldStart("frameList");
        for (FrameInfo frame : frames) {
            if (frame == null) {
                json.writeNull();
            } else {
                write(json, frame);
            }
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, FrameInfo frame) throws IOException {
        json.writeStartObject();
        json.writeNumberField("width", frame.size().width());
        json.writeNumberField("height", frame.size().height());
        if (animated) {
            json.writeNumberField("x", frame.x());
            json.writeNumberField("y", frame.y());
            json.writeNumberField("duration", frame.duration());
            json.writeStringField("disposal", frame.disposal().name());
            json.writeStringField("blend", frame.blend().name());
            json.writeBooleanField("hidden", frame.hidden());
        }
        json.writeEndObject();
    }
}
