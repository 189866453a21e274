package org.imageop;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.palette.FreeEntries;
import org.imageop.internal.palette.NearestColors;
import org.imageop.internal.palette.PaletteFile;
import org.imageop.internal.palette.PaletteText;
import org.imageop.internal.palette.Ramps;
import org.imageop.internal.palette.RawOrder;
import org.imageop.spi.Argb;
import org.jspecify.annotations.Nullable;

/**
 * A table of colours for images of indices: Pillow's {@code ImagePalette} (D-1 to D-13).
 *
 * <p>An entry has a byte for each component of the palette's mode. New colours get an index by {@link #getColor}:
 *
 * <pre>{@code
 * ImagePalette palette = new ImagePalette();
 * int red = palette.getColor(255, 0, 0);           // 0
 * int index = palette.getColor(0, 128, 255);       // 1
 * palette.save(Path.of("two.pal"));
 * }</pre>
 *
 * <p>{@link IndexedImage} shows indices in the colours of a palette, and {@link InfoKeys#PALETTE} is the palette of an image
 * that was read from indices.
 *
 * <p>A palette can change; it is equal to another one of the same mode with the same data. Several threads may ask one, as
 * long as none changes it.
 */
public final class ImagePalette {
    private final Mode mode;
    private final @Nullable String rawMode;
    private byte[] data;
    /** Entries that were added for indices with a meaning of their own. They have no colour that could be asked for. */
    private BitSet reserved = new BitSet();
    /** From each colour to its first index. */
    private volatile @Nullable Map<Integer, Integer> indices;

    private volatile @Nullable NearestColors nearest;

    /**
     * What {@link #getData} returns.
     *
     * @param mode the name of the mode, or the order of raw data
     * @param bytes the entries, one after the other
     */
    public record Data(String mode, byte[] bytes) {}

    /** An RGB palette without entries. */
    public ImagePalette() {
        this(Mode.RGB);
    }

    /**
     * A palette (D-1, D-2).
     *
     * @param mode a mode of one byte for each component: L, LA, RGB, RGBA or CMYK
     * @param data whole entries, one after the other; they are copied
     * @throws IllegalArgumentException for other modes, and if the last entry is incomplete
     */
    public ImagePalette(Mode mode, byte... data) {
        this(mode, null, data.clone());
        if (mode.planar() || mode.bitsPerComponent() != Byte.SIZE) {
            throw new IllegalArgumentException("A palette of " + mode
                    + " does not exist: its entries have one byte for each component, as in L, RGB or RGBA"
                    + " [errors.md#palette-mode]");
        }
        checkEntries(data.length);
    }

    private ImagePalette(Mode mode, @Nullable String rawMode, byte[] data) {
        this.mode = mode;
        this.rawMode = rawMode;
        this.data = data;
    }

    /**
     * A palette of values from 0 to 255.
     *
     * @param mode a mode of one byte for each component
     * @param values whole entries, one after the other
     * @return a new palette
     * @throws IllegalArgumentException for other modes and values, and if the last entry is incomplete
     */
    public static ImagePalette of(Mode mode, int... values) {
        byte[] data = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            Checks.value(mode, i % mode.components(), values[i]);
            data[i] = (byte) values[i];
        }
        return new ImagePalette(mode, data);
    }

    /**
     * A palette of ARGB colours, in the mode that they need: L if all are grey and opaque, RGB if they are opaque, else RGBA.
     *
     * @param argb the entries, as {@code 0xAARRGGBB}
     * @return a new palette
     */
    public static ImagePalette ofArgb(int... argb) {
        boolean opaque = true;
        boolean gray = true;
        for (int color : argb) {
            opaque &= color >>> 24 == 0xff;
            gray &= (color & 0xff) * 0x10101 == (color & 0xffffff);
        }
        return ofArgb(!opaque ? Mode.RGBA : gray ? Mode.L : Mode.RGB, argb);
    }

    /**
     * A palette of ARGB colours in a given mode. Grey is taken from blue; L and RGB drop alpha.
     *
     * @param mode L, LA, RGB or RGBA
     * @param argb the entries, as {@code 0xAARRGGBB}
     * @return a new palette
     * @throws IllegalArgumentException for other modes
     */
    public static ImagePalette ofArgb(Mode mode, int... argb) {
        if (mode == Mode.CMYK) {
            throw new IllegalArgumentException(
                    "ARGB colours are not inks: a palette of CMYK cannot be made of them; make"
                            + " one of RGB [errors.md#palette-mode]");
        }
        int[] values = new int[argb.length * mode.components()];
        Argb.unpack(argb, mode.components(), values, 0, argb.length);
        return of(mode, values);
    }

    /**
     * A palette whose bytes are in another order than a mode's, as files and toolkits have them. It can be copied, handed
     * on by {@link #getData}, and {@linkplain #unpacked unpacked}.
     *
     * @param order the letters of an entry's bytes: R, G, B, A if there is alpha, X for a byte of no meaning, as in BGRX
     * @param data whole entries; they are copied
     * @return a new palette of mode RGB, or RGBA if there is alpha
     * @throws IllegalArgumentException if that is not an order, or the last entry is incomplete
     */
    public static ImagePalette raw(String order, byte... data) {
        Mode mode = new RawOrder(order).hasAlpha() ? Mode.RGBA : Mode.RGB;
        ImagePalette palette = new ImagePalette(mode, order, data.clone());
        palette.checkEntries(data.length);
        return palette;
    }

    /**
     * The numbers white·i / 255, rounded down: a table for {@link ImageLike#map}. They may exceed a byte.
     *
     * @param white the last number, finite
     * @return 256 numbers
     */
    public static int[] linear(double white) {
        checkNumber("white", white, Double.isFinite(white));
        return Ramps.linear(white);
    }

    /**
     * The numbers 255·(i / 255)^exponent, rounded to the nearest: a table for {@link ImageLike#map}.
     *
     * @param exponent from 0 on, finite
     * @return 256 numbers from 0 to 255
     */
    public static int[] gamma(double exponent) {
        checkNumber("exponent", exponent, exponent >= 0 && Double.isFinite(exponent));
        return Ramps.gamma(exponent);
    }

    private static void checkNumber(String name, double value, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("A table with the " + name + " " + value + " cannot be computed; "
                    + (name.equals("white") ? "it is a finite number" : "it is a finite number, 0 or more")
                    + " [errors.md#palette-number]");
        }
    }

    /**
     * A palette whose entry k has 255 − k in every component, alpha included.
     *
     * @param mode a mode of one byte for each component
     * @return a new palette of 256 entries
     */
    public static ImagePalette negative(Mode mode) {
        return new ImagePalette(mode, Ramps.even(mode.components(), k -> 255 - k));
    }

    /**
     * A palette whose entry k has k in every component, alpha included.
     *
     * @param mode a mode of one byte for each component
     * @return a new palette of 256 entries
     */
    public static ImagePalette wedge(Mode mode) {
        return new ImagePalette(mode, Ramps.even(mode.components(), k -> k));
    }

    /**
     * A palette of evenly distributed values.
     *
     * @param mode a mode of one byte for each component
     * @param seed the same seed gives the same palette
     * @return a new palette of 256 entries
     */
    public static ImagePalette random(Mode mode, long seed) {
        return new ImagePalette(mode, Ramps.random(mode.components(), seed));
    }

    /**
     * The browns of old photographs: from black to #fff0c0.
     *
     * @return a new RGB palette of 256 entries
     */
    public static ImagePalette sepia() {
        return sepia(255, 240, 192);
    }

    /**
     * A palette from black to a colour; entry k has value·k // 255.
     *
     * @param white the colour of entry 255: red, green and blue
     * @return a new RGB palette of 256 entries
     */
    public static ImagePalette sepia(int... white) {
        Checks.color(Mode.RGB, white);
        return new ImagePalette(Mode.RGB, Ramps.fromBlack(white));
    }

    /**
     * Reads a palette or gradient of GIMP, or what {@link #save} wrote for L and RGB (D-12).
     *
     * @param file the file
     * @return a new palette: RGB of as many entries as a GIMP palette has, or of 256; RGBA of 256 from a gradient
     * @throws IOException if the file cannot be read, or is not a palette
     */
    public static ImagePalette load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(new InputStreamReader(in, StandardCharsets.ISO_8859_1), file.toString());
        }
    }

    /**
     * The same from a stream, which is read to its end and not closed.
     *
     * @param in the bytes of a file
     * @return a new palette
     * @throws IOException if it cannot be read, or is not a palette
     */
    public static ImagePalette load(InputStream in) throws IOException {
        return load(new InputStreamReader(in, StandardCharsets.ISO_8859_1), "The stream");
    }

    /**
     * The same from a text, which is read to its end and not closed.
     *
     * @param reader the text
     * @return a new palette
     * @throws IOException if it cannot be read, or is not a palette
     */
    public static ImagePalette load(Reader reader) throws IOException {
        return load(reader, "The text");
    }

    private static ImagePalette load(Reader reader, String name) throws IOException {
        PaletteFile.Entries entries = PaletteFile.load(reader, name);
        return new ImagePalette(entries.mode(), entries.data());
    }

    /**
     * The mode of the entries.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The order of the bytes of a palette that was made by {@link #raw}.
     *
     * @return the order; empty if the bytes are in the mode's order
     */
    public Optional<String> rawMode() {
        return Optional.ofNullable(rawMode);
    }

    /**
     * How many entries there are.
     *
     * @return 0 or more; indices above 255 can be looked at, and are never given to new colours
     */
    public int size() {
        return data.length / entryLength();
    }

    /**
     * The colour of an index.
     *
     * @param index from 0 to {@code size() - 1}
     * @return a new array: a value from 0 to 255 for each component
     * @throws IndexOutOfBoundsException if there is no such entry
     */
    public int[] get(int index) {
        checkUnpacked();
        checkIndex(index);
        int components = mode.components();
        return IntStream.range(index * components, (index + 1) * components)
                .map(k -> data[k] & 0xff)
                .toArray();
    }

    /**
     * Changes the colour of an index.
     *
     * @param index from 0 to {@code size() - 1}
     * @param color a value for each component
     * @throws IndexOutOfBoundsException if there is no such entry
     * @throws IllegalArgumentException for another number of values, or values beyond 0 to 255
     */
    public void set(int index, int... color) {
        checkUnpacked();
        checkIndex(index);
        Checks.color(mode, color);
        put(index, color);
    }

    /**
     * The index of a colour that is among the entries (D-8).
     *
     * @param color as for {@link #getColor}
     * @return the first one; empty if no entry has the colour
     */
    public OptionalInt find(int... color) {
        checkUnpacked();
        Integer index = indices().get(key(checked(color)));
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The index of the entry that is nearest to a colour: the one with the least sum of squared differences, and of equals the
     * first.
     *
     * @param color as for {@link #getColor}
     * @return the index
     * @throws IllegalArgumentException if there are no entries
     */
    public int nearest(int... color) {
        int key = key(checked(color));
        return nearest().index(key);
    }

    /**
     * The same for a run of pixels, fast.
     *
     * @param samples the components of the pixels side by side, as many as the palette's mode has, each from 0 to 255
     * @param offset the first position in {@code samples}
     * @param indices where the indices go, from position 0 on
     * @param count how many pixels
     * @throws IllegalArgumentException if there are no entries
     */
    public void nearest(int[] samples, int offset, int[] indices, int count) {
        NearestColors known = nearest();
        int components = mode.components();
        for (int i = 0, k = offset; i < count; i++) {
            int key = 0;
            for (int c = 0; c < components; c++) {
                key = key << 8 | samples[k++];
            }
            indices[i] = known.index(key);
        }
    }

    private NearestColors nearest() {
        checkUnpacked();
        NearestColors known = nearest;
        if (known == null) {
            if (data.length == 0) {
                throw new IllegalArgumentException("A palette without entries has no nearest colour; add some with"
                        + " getColor [errors.md#palette-empty]");
            }
            known = new NearestColors(keys());
            nearest = known;
        }
        return known;
    }

    /** All entries, their values side by side. */
    int[] keys() {
        return IntStream.range(0, size()).map(i -> key(get(i))).toArray();
    }

    /**
     * The index of a colour, which is added if no entry has it (D-3).
     *
     * @param color a value for each component; RGB accepts a fourth one of 255, and RGBA three, which are opaque
     * @return the index of the first entry with this colour, or of the new one
     * @throws IllegalArgumentException for another number of values, values beyond 0 to 255, or if a new one had no place
     */
    public int getColor(int... color) {
        return allocate(checked(color), null, Map.of());
    }

    /**
     * The same for an image with this palette: indices that its info names as {@link InfoKeys#BACKGROUND} or {@link
     * InfoKeys#TRANSPARENCY} are passed over (D-9), and if there are 256 entries, the highest that no pixel uses and that is
     * not named there gets the new colour (D-10). Write the pixel before you ask for the next colour.
     *
     * @param color as for {@link #getColor(int...)}
     * @param indices an L or L16 image whose samples are indices, such as {@link IndexedImage#indices}
     * @return the index of the first entry with this colour, or of the new one
     * @throws IllegalArgumentException for another number of values, values beyond 0 to 255, an image of another mode, or if a
     *     new one had no place
     */
    public int getColor(int[] color, ImageLike indices) {
        checkIndices(indices);
        return allocate(checked(color), indices, indices.info());
    }

    /** The same for a colour that fits, with the info of the image that shows the indices. */
    int allocate(int[] color, @Nullable ImageLike image, Map<String, Object> info) {
        checkUnpacked();
        Integer known = indices().get(key(color));
        if (known != null) {
            return known;
        }
        BitSet passed = FreeEntries.reserved(info);
        int before = size();
        int index = passed.nextClearBit(before);
        if (index >= FreeEntries.MOST) {
            index = image == null ? -1 : unused(image, passed);
            if (index < 0) {
                throw new IllegalArgumentException("The palette has no place for the colour " + Arrays.toString(color)
                        + ": all " + FreeEntries.MOST + " entries are taken"
                        + (image == null ? "" : ", used by the image or reserved by its info")
                        + "; take the nearest entry with palette.nearest, or fewer colours with Quantizer"
                        + " [errors.md#palette-full]");
            }
        }
        int filled = Math.max(before, Math.min(FreeEntries.MOST, passed.nextClearBit(before)));
        data = Arrays.copyOf(data, Math.max(filled, index + 1) * mode.components());
        reserved.set(before, filled);
        put(index, color);
        return index;
    }

    /** The highest index that no pixel has and info does not reserve, or -1. */
    private static int unused(ImageLike image, BitSet passed) {
        BitSet taken = FreeEntries.used(Images.rows(image), image.width(), image.height());
        taken.or(passed);
        return taken.previousClearBit(FreeEntries.MOST - 1);
    }

    private void put(int index, int... color) {
        for (int c = 0; c < color.length; c++) {
            data[index * color.length + c] = (byte) color[c];
        }
        reserved.clear(index);
        forget();
    }

    private void forget() {
        indices = null;
        nearest = null;
    }

    /** From each colour to its index, built when it is asked for. */
    private Map<Integer, Integer> indices() {
        Map<Integer, Integer> known = indices;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < size(); i++) {
                if (!reserved.get(i)) {
                    known.putIfAbsent(key(get(i)), i);
                }
            }
            indices = known;
        }
        return known;
    }

    /**
     * The data and their order (D-4).
     *
     * @return the name of the mode, or the order of raw data, with a copy of the bytes
     */
    public Data getData() {
        return new Data(order(), data.clone());
    }

    /**
     * Replaces all entries.
     *
     * @param data whole entries, in the order of the old ones; they are copied
     * @throws IllegalArgumentException if the last entry is incomplete
     */
    public void setData(byte... data) {
        checkEntries(data.length);
        this.data = data.clone();
        reserved = new BitSet();
        forget();
    }

    /**
     * The entries, one after the other: {@code size()} × components bytes, not filled up to 256 entries (D-5). This is Pillow's
     * {@code tobytes} and {@code tostring} (D-6).
     *
     * @return a copy
     * @throws UnsupportedOperationException if the palette is {@linkplain #raw raw}
     */
    public byte[] toBytes() {
        checkUnpacked();
        return data.clone();
    }

    /**
     * The entries as toolkits have them; LA becomes RGBA, and CMYK is converted.
     *
     * @return a new array of {@code 0xAARRGGBB}
     */
    public int[] toArgb() {
        ImagePalette palette = unpacked();
        int count = palette.size();
        if (count == 0) {
            return new int[0];
        }
        Mode form = palette.mode.family() == ColorFamily.CMYK ? Mode.RGB : palette.mode;
        StandardImage entries = StandardImage.from(StandardImage.ofBytes(palette.mode, count, 1, palette.data), form);
        int[] samples = new int[count * form.components()];
        Images.rows(entries).read(0, 0, count, samples, 0);
        int[] argb = new int[count];
        Argb.pack(form.components(), samples, 0, argb, count);
        return argb;
    }

    /**
     * The entries with their bytes in the order of the mode.
     *
     * @return a new palette if this one is {@linkplain #raw raw}, else this one
     */
    public ImagePalette unpacked() {
        return rawMode == null ? this : new ImagePalette(mode, new RawOrder(rawMode).unpacked(data));
    }

    /**
     * The colours by their first index (D-8).
     *
     * @return an unmodifiable map in the order of indices: from the values of a colour to its index
     */
    public Map<List<Integer>, Integer> colors() {
        ImagePalette palette = unpacked();
        List<Integer> order = new ArrayList<>(palette.indices().values());
        Collections.sort(order);
        Map<List<Integer>, Integer> colors = new LinkedHashMap<>();
        order.forEach(
                index -> colors.put(Arrays.stream(palette.get(index)).boxed().toList(), index));
        return Collections.unmodifiableMap(colors);
    }

    /**
     * Writes a text file: two lines of comment, then a line for each index from 0 to 255 with its values (D-7). What the palette
     * lacks is 0; entries beyond 256 are left out.
     *
     * @param file the file, which is replaced
     * @throws IOException if it cannot be written
     * @throws UnsupportedOperationException if the palette is {@linkplain #raw raw}; the file is then not touched
     */
    public void save(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        save(text);
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    /**
     * The same into a writer or a builder, which is not closed.
     *
     * @param out where the text goes
     * @throws IOException if it cannot be written
     * @throws UnsupportedOperationException if the palette is {@linkplain #raw raw}
     */
    public void save(Appendable out) throws IOException {
        checkUnpacked();
        PaletteText.write(mode, data, out);
    }

    /**
     * A palette with the same entries, which changes independently (D-13).
     *
     * @return a new palette
     */
    public ImagePalette copy() {
        ImagePalette copy = new ImagePalette(mode, rawMode, data.clone());
        copy.reserved = (BitSet) reserved.clone();
        return copy;
    }

    /** Everything of another palette of the same mode. */
    void restore(ImagePalette other) {
        data = other.data.clone();
        reserved = (BitSet) other.reserved.clone();
        forget();
    }

    /** Looks the colours of indices up; 0 in each component where there is no entry. */
    void read(int[] row, int count, int[] samples, int offset) {
        byte[] entries = data;
        int components = mode.components();
        for (int i = 0, k = offset; i < count; i++) {
            int at = row[i] < 0 ? Integer.MAX_VALUE : row[i] * components;
            for (int c = 0; c < components; c++) {
                samples[k++] = at < entries.length ? entries[at + c] & 0xff : 0;
            }
        }
    }

    /** A colour with a value for each component. */
    private int[] checked(int... color) {
        int[] values = color;
        if (mode == Mode.RGBA && color.length == 3) {
            values = Arrays.copyOf(color, 4);
            values[3] = 255;
        } else if (mode == Mode.RGB && color.length == 4) {
            Checks.color(Mode.RGBA, color);
            if (color[3] != 255) {
                throw new IllegalArgumentException("The colour " + Arrays.toString(color)
                        + " is not opaque and cannot be in an RGB palette; make an RGBA palette"
                        + " [errors.md#palette-opaque]");
            }
            values = Arrays.copyOf(color, 3);
        }
        Checks.color(mode, values);
        return values;
    }

    /** The values of a colour side by side in an int. */
    private static int key(int... color) {
        int key = 0;
        for (int value : color) {
            key = key << 8 | value;
        }
        return key;
    }

    private int entryLength() {
        return rawMode == null ? mode.components() : rawMode.length();
    }

    private void checkEntries(int length) {
        if (length % entryLength() != 0) {
            throw new IllegalArgumentException("An entry of this palette has " + entryLength() + " bytes, and " + length
                    + " bytes are not whole entries [errors.md#palette-entries]");
        }
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("There is no entry " + index + " in a palette of " + size()
                    + " entries; indices count from 0 [errors.md#no-such-index]");
        }
    }

    static void checkIndices(ImageLike image) {
        if (image.mode() != Mode.L && image.mode() != Mode.L16) {
            throw new IllegalArgumentException("A " + image.mode()
                    + " image has no indices; give an image whose samples are indices, of mode L or L16"
                    + " [errors.md#no-indices]");
        }
    }

    void checkUnpacked() {
        if (rawMode != null) {
            throw new UnsupportedOperationException("This palette has raw data in the order " + rawMode
                    + ", not entries of " + mode + "; ask palette.unpacked() [errors.md#palette-raw]");
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ImagePalette other
                && mode == other.mode
                && rawMode().equals(other.rawMode())
                && Arrays.equals(data, other.data);
    }

    @Override
    public int hashCode() {
        return 31 * order().hashCode() + Arrays.hashCode(data);
    }

    /** Mode, number of entries and the first of them, as in {@code RGB palette of 2 entries: ff8000 010203} (D-6). */
    @Override
    public String toString() {
        int length = entryLength();
        StringBuilder text = new StringBuilder(order())
                .append(" palette of ")
                .append(size())
                .append(size() == 1 ? " entry" : " entries");
        int shown = Math.min(size(), 8);
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? ": " : " ");
            for (int k = i * length; k < (i + 1) * length; k++) {
                text.append(String.format("%02x", data[k]));
            }
        }
        return shown < size() ? text.append(" …").toString() : text.toString();
    }

    private String order() {
        return rawMode == null ? mode.name() : rawMode;
    }
}
