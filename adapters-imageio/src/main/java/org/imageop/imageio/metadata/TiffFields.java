package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.ExifBlock.Directory;
import org.imageop.imageio.metadata.TiffTags.Value;
import org.jspecify.annotations.Nullable;

/**
 * The info of an image as fields of the directory that the JDK's TIFF writer writes. {@link TiffAppendix} adds the directories of EXIF
 * to the finished file.
 */
public final class TiffFields {
    private static final int INCH = 2;

    private final TIFFDirectory target;

    private TiffFields(TIFFDirectory target) {
        this.target = target;
    }

    /** Adds what a TIFF file holds. */
    public static void add(WrittenInfo info, TIFFDirectory directory) throws IOException {
        TiffFields fields = new TiffFields(directory);
        byte[] exif = info.exif();
        if (exif != null) {
            fields.addExif(TiffTags.read(FileBytes.of(exif), 0));
        }
        Resolution resolution = info.resolution();
        if (resolution != null) {
            fields.add(
                    TiffTags.X_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, new long[][] {Resolution.fraction(resolution.x())
                    });
            fields.add(
                    TiffTags.Y_RESOLUTION, TIFFTag.TIFF_RATIONAL, 1, new long[][] {Resolution.fraction(resolution.y())
                    });
            fields.addShort(TiffTags.RESOLUTION_UNIT, INCH);
        }
        Integer orientation = info.orientation();
        if (orientation != null) {
            fields.addShort(TiffTags.ORIENTATION, orientation);
        }
        Map<String, String> texts = new TreeMap<>(info.texts());
        String comment = info.comment();
        if (comment != null) {
            texts.put("Description", comment); // there is one field for both
        }
        texts.forEach((keyword, text) -> {
            Integer tag = TextTags.all().get(keyword);
            if (tag != null) {
                fields.addText(tag, text);
            }
        });
        fields.addBytes(TiffTags.ICC_PROFILE, TIFFTag.TIFF_UNDEFINED, info.profile());
        fields.addBytes(TiffTags.XMP, TIFFTag.TIFF_BYTE, info.xmp());
        fields.addBytes(TiffTags.IPTC, TIFFTag.TIFF_UNDEFINED, info.iptc());
        int compression = Compressions.tagForWriter(info.compression());
        if (compression != 0) {
            fields.addShort(BaselineTIFFTagSet.TAG_COMPRESSION, compression);
        }
    }

    private void addExif(TiffTags main) throws IOException {
        for (int tag : main.tags()) {
            if (Exif.describes(tag)) {
                add(main, tag);
            }
        }
        addPlace(main, Directory.EXIF);
        addPlace(main, Directory.GPS);
    }

    /** Adds a place for the offset of a directory, unless it would be empty. */
    private void addPlace(TiffTags main, Directory directory) throws IOException {
        if (main.directory(directory.pointer).tags().stream().anyMatch(Exif::isPortable)) {
            add(directory.pointer, TIFFTag.TIFF_LONG, 1, new long[] {0});
        }
    }

    private void add(TiffTags from, int tag) throws IOException {
        Value value = from.value(tag);
        if (value != null) {
            ByteBuffer numbers = ByteBuffer.wrap(value.bytes()).order(from.order());
            int count = (int) value.count();
            if (value.type() == TIFFTag.TIFF_ASCII) {
                // as the writer wants them: with the zeros between, and the last one, left out
                String[] texts = new String(value.bytes(), StandardCharsets.ISO_8859_1).split("\0", -1);
                boolean ended = texts.length > 1 && texts[texts.length - 1].isEmpty();
                add(
                        tag,
                        value.type(),
                        ended ? texts.length - 1 : texts.length,
                        ended ? Arrays.copyOf(texts, texts.length - 1) : texts);
            } else {
                add(tag, value.type(), count, numbers(value.type(), count, numbers));
            }
        }
    }

    /** An array of the class that the writer wants for a type. */
    private static Object numbers(int type, int count, ByteBuffer numbers) {
        switch (type) {
            case TIFFTag.TIFF_SHORT -> {
                char[] array = new char[count];
                numbers.asCharBuffer().get(array);
                return array;
            }
            case TIFFTag.TIFF_SSHORT -> {
                short[] array = new short[count];
                numbers.asShortBuffer().get(array);
                return array;
            }
            case TIFFTag.TIFF_LONG, TIFFTag.TIFF_IFD_POINTER -> {
                long[] array = new long[count];
                for (int i = 0; i < count; i++) {
                    array[i] = Integer.toUnsignedLong(numbers.getInt());
                }
                return array;
            }
            case TIFFTag.TIFF_SLONG -> {
                int[] array = new int[count];
                numbers.asIntBuffer().get(array);
                return array;
            }
            case TIFFTag.TIFF_RATIONAL -> {
                long[][] array = new long[count][2];
                for (long[] fraction : array) {
                    fraction[0] = Integer.toUnsignedLong(numbers.getInt());
                    fraction[1] = Integer.toUnsignedLong(numbers.getInt());
                }
                return array;
            }
            case TIFFTag.TIFF_SRATIONAL -> {
                int[][] array = new int[count][2];
                for (int[] fraction : array) {
                    fraction[0] = numbers.getInt();
                    fraction[1] = numbers.getInt();
                }
                return array;
            }
            case TIFFTag.TIFF_FLOAT -> {
                float[] array = new float[count];
                numbers.asFloatBuffer().get(array);
                return array;
            }
            case TIFFTag.TIFF_DOUBLE -> {
                double[] array = new double[count];
                numbers.asDoubleBuffer().get(array);
                return array;
            }
            default -> {
                return numbers.array();
            }
        }
    }

    private void addShort(int tag, int value) {
        add(tag, TIFFTag.TIFF_SHORT, 1, new char[] {(char) value});
    }

    /** The writer writes the low byte of each character. */
    private void addText(int tag, String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        add(tag, TIFFTag.TIFF_ASCII, 1, new String[] {bytes});
    }

    private void addBytes(int tag, int type, byte @Nullable [] bytes) {
        if (bytes != null) {
            add(tag, type, bytes.length, bytes);
        }
    }

    private void add(int tag, int type, int count, Object values) {
        target.addTIFFField(new TIFFField(tag(tag, type), type, count, values));
    }

    /** A tag of any number, because the writer's own sets refuse types that cameras use. */
    private static TIFFTag tag(int number, int type) {
        return new TIFFTag("tag " + number, number, 1 << type);
    }
}
