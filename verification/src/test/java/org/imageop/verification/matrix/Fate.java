package org.imageop.verification.matrix;

import java.util.List;
import org.imageop.Transfer;

/**
 * What became of an image.
 *
 * @param kind the table's word for it
 * @param reason why it was copied; empty if it was not
 * @param losses what was lost
 */
record Fate(String kind, String reason, List<String> losses) {
    static final String ITSELF = "itself";

    static Fate of(Source source, Target target, Transfer<?> transfer) {
        if (!transfer.shared()) {
            return new Fate("copied", general(transfer.reason().orElseThrow()), transfer.losses());
        }
        if (isItself(source, transfer.image())) {
            return new Fate(ITSELF, "", List.of());
        }
        String how = target.onMemory(transfer.image(), source) ? "shared" : "live view";
        return new Fate(transfer.writable() ? how : how + ", read-only", "", List.of());
    }

    static boolean isItself(Source source, Object image) {
        return image == source.object() || image == source.foreign();
    }

    /** Without what is so of this one image. */
    private static String general(String reason) {
        return reason.replaceAll("its mode is [A-Z0-9_]+", "its mode is M")
                .replaceAll("strides are -?\\d+ and -?\\d+", "strides are n and m")
                .replaceAll("\\d+ elements apart", "n elements apart")
                .replaceAll("exactly \\d+", "exactly m");
    }
}
