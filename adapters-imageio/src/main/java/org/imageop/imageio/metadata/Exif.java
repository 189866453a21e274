package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.ExifGPSTagSet;
import javax.imageio.plugins.tiff.ExifInteroperabilityTagSet;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.ExifBlock.Directory;
import org.imageop.imageio.metadata.TiffTags.Value;
import org.jspecify.annotations.Nullable;

/** What blocks of EXIF say, compared with pixels, with TIFF files and with one another. */
public final class Exif {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int COLOR_SPACE = 0xa001;
    private static final int PIXEL_WIDTH = 0xa002;
    private static final int PIXEL_HEIGHT = 0xa003;
    private static final int MAKER_NOTE = 0x927c;
    private static final int SUBJECT_AREA = 0x9214;
    private static final int SUBJECT_LOCATION = 0xa214;
    private static final int INCH = 2;
    private static final int SRGB = 1;
    private static final int UNCALIBRATED = 0xffff;

    /** Make, model, time, computer, rating, Windows' texts: what a camera or an archive says of a picture, and no other key has. */
    private static final Set<Integer> DESCRIBING =
            Set.of(271, 272, 306, 316, 0x4746, 0x4749, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f);

    /** What a TIFF file says of its pixels in the same words. */
    private static final Set<Integer> PLACED =
            Set.of(TiffTags.ORIENTATION, TiffTags.X_RESOLUTION, TiffTags.Y_RESOLUTION, TiffTags.RESOLUTION_UNIT);

    /** What changes with pixels, so that it may differ between blocks that say the same. */
    private static final Set<Integer> CHANGING = Set.of(
            WIDTH,
            HEIGHT,
            TiffTags.ORIENTATION,
            TiffTags.X_RESOLUTION,
            TiffTags.Y_RESOLUTION,
            TiffTags.RESOLUTION_UNIT,
            PIXEL_WIDTH,
            PIXEL_HEIGHT,
            TiffTags.EXIF_DIRECTORY,
            TiffTags.GPS_DIRECTORY,
            TiffTags.INTEROPERABILITY_DIRECTORY);

    /** Resolution units, chroma positions and such, which are a matter of the file and not of the picture. */
    private static final Set<Integer> OF_THE_FILE = Set.of(
            254,
            255,
            258,
            259,
            262,
            266,
            273,
            277,
            278,
            279,
            284,
            317,
            318,
            319,
            320,
            322,
            323,
            324,
            325,
            330,
            338,
            339,
            513,
            514,
            529,
            530,
            531,
            532,
            TiffTags.XMP,
            TiffTags.ICC_PROFILE,
            TiffTags.IPTC,
            34377);

    /** Tags of EXIF 2.3 and later, and of Windows, that the JDK has no names for. */
    private static final Map<Integer, String> NEWER = Map.ofEntries(
            Map.entry(31, "GPSHPositioningError"),
            Map.entry(4097, "RelatedImageWidth"),
            Map.entry(4098, "RelatedImageHeight"),
            Map.entry(0x4746, "Rating"),
            Map.entry(0x4749, "RatingPercent"),
            Map.entry(0x8830, "SensitivityType"),
            Map.entry(0x8831, "StandardOutputSensitivity"),
            Map.entry(0x8832, "RecommendedExposureIndex"),
            Map.entry(0x9010, "OffsetTime"),
            Map.entry(0x9011, "OffsetTimeOriginal"),
            Map.entry(0x9012, "OffsetTimeDigitized"),
            Map.entry(0x9c9b, "XPTitle"),
            Map.entry(0x9c9c, "XPComment"),
            Map.entry(0x9c9d, "XPAuthor"),
            Map.entry(0x9c9e, "XPKeywords"),
            Map.entry(0x9c9f, "XPSubject"),
            Map.entry(0xa430, "CameraOwnerName"),
            Map.entry(0xa431, "BodySerialNumber"),
            Map.entry(0xa432, "LensSpecification"),
            Map.entry(0xa433, "LensMake"),
            Map.entry(0xa434, "LensModel"),
            Map.entry(0xa435, "LensSerialNumber"),
            Map.entry(0xa460, "CompositeImage"),
            Map.entry(0xa500, "Gamma"),
            Map.entry(0xc4a5, "PrintImageMatching"),
            Map.entry(0xea1c, "Padding"));

    private Exif() {}

    /**
     * A self-contained block of what a directory of a TIFF file says of the picture. Maker notes are left out: their offsets
     * hold only where they were written.
     *
     * @param most the length of the longest block
     * @return the block; empty if the file has nothing to say, or too much
     */
    static byte[] ofTiff(TiffTags main, long most) throws IOException {
        ExifBlock block = ExifBlock.empty();
        boolean describing = false;
        long length = 0;
        for (Directory directory : Directory.values()) {
            TiffTags tags = directory.in(main);
            for (int tag : tags.tags()) {
                boolean wanted = directory == Directory.MAIN ? describes(tag) || PLACED.contains(tag) : isPortable(tag);
                Value value = wanted ? tags.value(tag) : null;
                if (value != null) {
                    length += value.bytes().length;
                    if (length > most) {
                        return new byte[0];
                    }
                    block.put(directory, tag, value, tags.order());
                    describing |= directory != Directory.MAIN || DESCRIBING.contains(tag);
                }
            }
        }
        return describing ? block.bytes() : new byte[0];
    }

    /** Whether a tag of the main directory says something of the picture, not of the file. */
    static boolean describes(int tag) {
        return DESCRIBING.contains(tag) || TextTags.all().containsValue(tag);
    }

    /** Whether the value of a tag of another directory means the same in another place. */
    static boolean isPortable(int tag) {
        return tag != MAKER_NOTE && tag != TiffTags.INTEROPERABILITY_DIRECTORY;
    }

    /** A block in which nothing contradicts the pixels that it is written with; the block itself if nothing does. */
    static byte[] agreeing(
            byte[] exif,
            int width,
            int height,
            @Nullable Integer orientation,
            @Nullable Resolution resolution,
            Map<String, String> texts)
            throws IOException {
        ExifBlock block = ExifBlock.of(exif);
        if (block == null) {
            return exif;
        }
        TiffTags main = block.tags();
        boolean changed = fit(block, Directory.MAIN, main, WIDTH, width)
                | fit(block, Directory.MAIN, main, HEIGHT, height)
                | fit(block, Directory.EXIF, Directory.EXIF.in(main), PIXEL_WIDTH, width)
                | fit(block, Directory.EXIF, Directory.EXIF.in(main), PIXEL_HEIGHT, height);
        Integer had = main.orientation();
        if (orientation != null && !orientation.equals(had == null ? Integer.valueOf(1) : had)) {
            block.putShort(Directory.MAIN, TiffTags.ORIENTATION, orientation);
            changed = true;
        }
        if (changed && block.hasThumbnail()) {
            block.removeThumbnail();
        }
        if (resolution != null && main.dpi() != null && !resolution.isIn(main)) {
            put(block, resolution);
        }
        Map<String, String> old = TextTags.read(main);
        texts.forEach((keyword, text) -> {
            if (old.containsKey(keyword) && !text.equals(old.get(keyword))) {
                block.put(Directory.MAIN, TextTags.all().get(keyword), text);
            }
        });
        return block.bytes();
    }

    private static boolean fit(ExifBlock block, Directory directory, TiffTags tags, int tag, int size)
            throws IOException {
        Double found = tags.number(tag);
        boolean differs = found != null && found != size;
        if (differs) {
            block.put(directory, tag, size);
        }
        return differs;
    }

    private static void put(ExifBlock block, Resolution resolution) {
        block.putFraction(Directory.MAIN, TiffTags.X_RESOLUTION, resolution.x());
        block.putFraction(Directory.MAIN, TiffTags.Y_RESOLUTION, resolution.y());
        block.putShort(Directory.MAIN, TiffTags.RESOLUTION_UNIT, INCH);
    }

    /**
     * A block that also has what a format has no other place for.
     *
     * @param exif the block, or null to make one
     * @param resolution what to add; null for none
     * @param texts what to add, as far as there are tags for it
     * @return the block; empty if there is nothing to put into one
     */
    static byte[] with(
            byte @Nullable [] exif,
            @Nullable Integer orientation,
            @Nullable Resolution resolution,
            Map<String, String> texts) {
        ExifBlock block = exif == null ? ExifBlock.empty() : ExifBlock.of(exif);
        if (block == null) {
            return new byte[0];
        }
        if (orientation != null && orientation != 1) {
            block.putShort(Directory.MAIN, TiffTags.ORIENTATION, orientation);
        }
        if (resolution != null) {
            put(block, resolution);
        }
        texts.forEach((keyword, text) -> {
            Integer tag = TextTags.all().get(keyword);
            if (tag != null) {
                block.put(Directory.MAIN, tag, text);
            }
        });
        return block.isEmpty() ? new byte[0] : block.bytes();
    }

    /** A block without its thumbnail. */
    public static byte[] withoutThumbnail(byte[] exif) throws IOException {
        ExifBlock block = ExifBlock.of(exif);
        if (block == null || !block.hasThumbnail()) {
            return exif;
        }
        block.removeThumbnail();
        return block.bytes();
    }

    /** A block without thumbnail and places within the picture, after the pixels were turned, cut or resized. */
    public static byte[] withoutPlaces(byte[] exif) throws IOException {
        ExifBlock block = ExifBlock.of(withoutThumbnail(exif));
        if (block == null) {
            return exif;
        }
        TiffTags photo = Directory.EXIF.in(block.tags());
        for (int tag : new int[] {SUBJECT_AREA, SUBJECT_LOCATION}) {
            if (photo.tags().contains(tag)) {
                block.remove(Directory.EXIF, tag);
            }
        }
        return block.bytes();
    }

    /** A block that names the right colour space, if it names one. */
    public static byte[] inColors(byte[] exif, boolean srgb) throws IOException {
        ExifBlock block = ExifBlock.of(exif);
        if (block == null || !Directory.EXIF.in(block.tags()).tags().contains(COLOR_SPACE)) {
            return exif;
        }
        block.putShort(Directory.EXIF, COLOR_SPACE, srgb ? SRGB : UNCALIBRATED);
        return block.bytes();
    }

    /** Whether a block has tags at all. */
    static boolean isReadable(byte[] block) throws IOException {
        return !TiffTags.read(FileBytes.of(block), 0).tags().isEmpty();
    }

    /**
     * The names of the tags of a block that another block lacks, or has with another value. Those that change with the pixels do not
     * count, nor do texts that the other file has elsewhere.
     */
    static Set<String> missing(byte[] wanted, byte[] found, Map<?, ?> texts) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        TiffTags first = TiffTags.read(FileBytes.of(wanted), 0);
        TiffTags second = TiffTags.read(FileBytes.of(found), 0);
        for (Directory directory : Directory.values()) {
            TiffTags from = directory.in(first);
            TiffTags to = directory.in(second);
            for (int tag : from.tags()) {
                boolean counts = directory == Directory.MAIN
                        ? !CHANGING.contains(tag) && !OF_THE_FILE.contains(tag)
                        : !CHANGING.contains(tag);
                Value value = counts ? from.value(tag) : null;
                if (value != null
                        && !isSame(value, from.order(), to.value(tag), to.order())
                        && !(directory == Directory.MAIN && isAmong(texts, tag, from))) {
                    missing.add(name(directory, tag));
                }
            }
        }
        return missing;
    }

    private static boolean isAmong(Map<?, ?> texts, int tag, TiffTags tags) throws IOException {
        for (Map.Entry<String, Integer> each : TextTags.all().entrySet()) {
            if (each.getValue() == tag) {
                return Objects.equals(tags.text(tag), texts.get(each.getKey()));
            }
        }
        return false;
    }

    private static boolean isSame(Value a, ByteOrder aOrder, @Nullable Value b, ByteOrder bOrder) {
        if (b == null || a.type() != b.type() || a.count() != b.count()) {
            return false;
        }
        return Arrays.equals((aOrder == bOrder ? a : a.swapped()).bytes(), b.bytes());
    }

    /** The name of a tag in the EXIF standard, or its number. */
    static String name(Directory directory, int tag) {
        TIFFTag known = known(directory, tag);
        if (directory == Directory.INTEROPERABILITY && tag == 2) {
            return "InteroperabilityVersion";
        }
        return known != null ? known.getName() : NEWER.getOrDefault(tag, "tag " + tag);
    }

    /** The name of a number in the EXIF standard, such as "Auto exposure"; null if it has none. */
    static @Nullable String valueName(Directory directory, int tag, long number) {
        TIFFTag known = tag == TiffTags.ORIENTATION ? null : known(directory, tag); // everybody knows it by its number
        String name = known == null || !known.hasValueNames() || number != (int) number
                ? null
                : known.getValueName((int) number);
        return name == null || name.isEmpty() ? null : name;
    }

    private static @Nullable TIFFTag known(Directory directory, int tag) {
        TIFFTagSet[] sets = switch (directory) {
            case MAIN -> new TIFFTagSet[] {BaselineTIFFTagSet.getInstance(), ExifParentTIFFTagSet.getInstance()};
            case EXIF -> new TIFFTagSet[] {ExifTIFFTagSet.getInstance()};
            case GPS -> new TIFFTagSet[] {ExifGPSTagSet.getInstance()};
            case INTEROPERABILITY -> new TIFFTagSet[] {ExifInteroperabilityTagSet.getInstance()};
        };
        for (TIFFTagSet set : sets) {
            TIFFTag known = set.getTag(tag);
            if (known != null) {
                return known;
            }
        }
        return null;
    }
}
