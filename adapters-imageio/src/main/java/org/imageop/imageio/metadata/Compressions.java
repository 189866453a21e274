package org.imageop.imageio.metadata;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of compressions, as in Pillow. */
public final class Compressions {
    private static final Map<Integer, String> TIFF = Map.ofEntries(
            Map.entry(1, "raw"),
            Map.entry(2, "tiff_ccitt"),
            Map.entry(3, "group3"),
            Map.entry(4, "group4"),
            Map.entry(5, "tiff_lzw"),
            Map.entry(6, "tiff_jpeg"),
            Map.entry(7, "jpeg"),
            Map.entry(8, "tiff_adobe_deflate"),
            Map.entry(32771, "tiff_raw_16"),
            Map.entry(32773, "packbits"),
            Map.entry(32809, "tiff_thunderscan"),
            Map.entry(32946, "tiff_deflate"),
            Map.entry(34676, "tiff_sgilog"),
            Map.entry(34677, "tiff_sgilog24"),
            Map.entry(34925, "lzma"),
            Map.entry(50000, "zstd"),
            Map.entry(50001, "webp"));

    private static final String[] BMP = {"raw", "rle8", "rle4", "bitfields", "jpeg", "png", "bitfields"};

    /** The lossless ones that the JDK writes, and their tags. */
    private static final Map<String, Integer> WRITTEN =
            Map.of("tiff_lzw", 5, "tiff_adobe_deflate", 8, "tiff_deflate", 32946, "packbits", 32773);

    private Compressions() {}

    static @Nullable String ofTiff(@Nullable Double tag) {
        return tag == null ? null : TIFF.get(tag.intValue());
    }

    /** The name of a number in the header of a BMP file; null if it has none. */
    public static @Nullable String ofBmp(long number) {
        return number < 0 || number >= BMP.length ? null : BMP[(int) number];
    }

    /** The tag of a compression that loses nothing and can be written; 0 for others. */
    static int tagForWriter(@Nullable String name) {
        return name == null ? 0 : WRITTEN.getOrDefault(name, 0);
    }
}
