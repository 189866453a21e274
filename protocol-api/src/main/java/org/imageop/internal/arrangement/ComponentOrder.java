package org.imageop.internal.arrangement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/** The words for how components follow one another in a pixel: {@code "BGRX"}, {@code "R5G6B5"}. */
public final class ComponentOrder {
    private static final char UNUSED = 'X';

    private ComponentOrder() {}

    /**
     * A run of bits in an element.
     *
     * @param shift its lowest bit
     * @param bits its width
     */
    public record Bits(int shift, int bits) {}

    /**
     * Where each component is among the elements of a pixel.
     *
     * @param order a letter for each element
     * @param names the components' names
     * @throws IllegalArgumentException if a component is missing or twice, or a letter is none of them
     */
    public static int[] elements(String order, List<String> names) {
        int[] places = new int[names.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < order.length(); i++) {
            place(order, order.charAt(i), names, places, i);
        }
        checkComplete(order, names, places);
        return places;
    }

    /**
     * Which bits of an element each component is.
     *
     * @param order the fields from the highest bit to the lowest, each with its width, or all of 8 bits without
     * @param names the components' names
     * @param elementBits the width of the element, which the fields fill
     * @throws IllegalArgumentException if a component is missing or twice, a letter is none of them, or the widths do
     *     not fill the element
     */
    public static Bits[] fields(String order, List<String> names, int elementBits) {
        List<Bits> fields = new ArrayList<>(names.size());
        int[] places = new int[names.size()];
        Arrays.fill(places, -1);
        int end = 0;
        int below = elementBits;
        while (end < order.length() && order.charAt(end) >= 'A' && order.charAt(end) <= 'Z') {
            place(order, order.charAt(end), names, places, fields.size());
            int digits = ++end;
            int bits = 0;
            while (end < Math.min(digits + 2, order.length()) && Character.isDigit(order.charAt(end))) {
                bits = 10 * bits + order.charAt(end++) - '0';
            }
            bits = end == digits ? Byte.SIZE : bits;
            below -= bits;
            fields.add(new Bits(below, bits));
        }
        checkComplete(order, names, places);
        if (end != order.length() || below != 0 || fields.stream().anyMatch(f -> f.bits < 1)) {
            throw new IllegalArgumentException("The order \"" + order + "\" describes " + (elementBits - below)
                    + " bits, and an element has " + elementBits + "; write each field from the highest bit down, such"
                    + " as \"X1R5G5B5\" for 16 bits or \"ARGB\" for 32 [errors.md#component-order]");
        }
        Bits[] ordered = new Bits[places.length];
        for (int c = 0; c < places.length; c++) {
            ordered[c] = fields.get(places[c]);
        }
        return ordered;
    }

    /**
     * The order of components that are whole elements of a pixel of {@code length} elements, the first of which is
     * {@code begin}; null if two are the same.
     */
    static @Nullable String ofElements(List<String> names, Field[] fields, long begin, int length) {
        char[] order = new char[length];
        Arrays.fill(order, UNUSED);
        for (int c = 0; c < fields.length; c++) {
            int place = (int) (fields[c].offset() - begin);
            if (order[place] != UNUSED) {
                return null;
            }
            order[place] = letter(names.get(c));
        }
        return new String(order);
    }

    /** The order of components that are bits of one element, none of them in two. */
    static String ofFields(List<String> names, Field[] fields) {
        StringBuilder letters = new StringBuilder();
        // between fields and beside them is what belongs to none
        int[] widths = new int[2 * fields.length + 1];
        boolean bytes = true;
        int above = Field.elementBits(fields[0].memory());
        while (above > 0) {
            int next = highest(fields, above);
            int end = next < 0 ? 0 : fields[next].shift() + fields[next].bits();
            boolean gap = end < above;
            int below = gap ? end : fields[next].shift();
            widths[letters.length()] = above - below;
            bytes &= above - below == Byte.SIZE;
            letters.append(gap ? UNUSED : letter(names.get(next)));
            above = below;
        }
        if (bytes) {
            return letters.toString();
        }
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            order.append(letters.charAt(i)).append(widths[i]);
        }
        return order.toString();
    }

    /** The field that lies highest of those below a bit, or −1. */
    private static int highest(Field[] fields, int below) {
        int highest = -1;
        for (int c = 0; c < fields.length; c++) {
            if (fields[c].shift() < below && (highest < 0 || fields[c].shift() > fields[highest].shift())) {
                highest = c;
            }
        }
        return highest;
    }

    private static char letter(String name) {
        return Character.toUpperCase(name.charAt(0));
    }

    private static void place(String order, char letter, List<String> names, int[] places, int place) {
        if (letter == UNUSED) {
            return;
        }
        int component =
                Character.isLowerCase(letter) ? -1 : names.indexOf(String.valueOf(Character.toLowerCase(letter)));
        if (component < 0 || places[component] >= 0) {
            throw wrong(order, names, component < 0 ? "has an unknown letter " + letter : "has " + letter + " twice");
        }
        places[component] = place;
    }

    private static void checkComplete(String order, List<String> names, int[] places) {
        for (int c = 0; c < places.length; c++) {
            if (places[c] < 0) {
                throw wrong(order, names, "lacks " + letter(names.get(c)));
            }
        }
    }

    private static IllegalArgumentException wrong(String order, List<String> names, String what) {
        StringBuilder letters = new StringBuilder();
        names.forEach(name -> letters.append(letter(name)));
        return new IllegalArgumentException("The order \"" + order + "\" " + what + "; it takes each of the letters "
                + letters + " once, in any order, and X for what is not used [errors.md#component-order]");
    }
}
