package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text entries that TIFF and EXIF have tags for, under the keywords of PNG. */
public final class TextTags {
    private static final Map<String, Integer> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("Title", 269);
        TAGS.put("Description", TiffTags.DESCRIPTION);
        TAGS.put("Software", 305);
        TAGS.put("Author", 315);
        TAGS.put("Copyright", 33432);
    }

    private TextTags() {}

    /** The tag of each keyword. */
    public static Map<String, Integer> all() {
        return TAGS;
    }

    /** The text entries of a directory. */
    static Map<String, String> read(TiffTags tags) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> each : TAGS.entrySet()) {
            String text = tags.text(each.getValue());
            if (text != null) {
                texts.put(each.getKey(), text);
            }
        }
        return texts;
    }
}
