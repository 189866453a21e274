package org.imageop.imageio.codec;

import java.util.ArrayList;
import java.util.List;

/** Words for what an image lacks although its file has it. */
public final class LeftOut {
    /** Pixels that are not in the file. */
    public static final String CUT_OFF = "its last pixels: the file was cut off";

    private LeftOut() {}

    /**
     * Channels for which a mode has no place.
     *
     * @param others how many channels are neither colours nor alpha
     * @param alpha whether there is also alpha, which inks cannot have
     */
    public static List<String> channels(int others, boolean alpha) {
        List<String> phrases = new ArrayList<>();
        if (alpha) {
            phrases.add("alpha");
        }
        if (others > 0) {
            phrases.add(others == 1 ? "1 channel that is not a colour" : others + " channels that are not colours");
        }
        return phrases;
    }
}
