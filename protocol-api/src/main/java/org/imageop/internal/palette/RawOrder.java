package org.imageop.internal.palette;

/** Components of raw palette data, as in {@code "BGRX"}: each of R, G and B once, A at most once, X for bytes of no meaning. */
public final class RawOrder {
    private final String order;

    /**
     * Reads the letters.
     *
     * @throws IllegalArgumentException if they are not such an order
     */
    public RawOrder(String order) {
        boolean known = order.matches("[RGBAX]{3,8}");
        for (char letter : new char[] {'R', 'G', 'B', 'A'}) {
            int first = order.indexOf(letter);
            known &= first == order.lastIndexOf(letter) && (first >= 0 || letter == 'A');
        }
        if (!known) {
            throw new IllegalArgumentException(
                    "\"" + order + "\" is not an order of the bytes of a colour; it has each of"
                            + " the letters R, G and B once, A if there is alpha, and X for a byte of no meaning, as in BGRX"
                            + " [errors.md#component-order]");
        }
        this.order = order;
    }

    /** The bytes of an entry. */
    public int length() {
        return order.length();
    }

    public boolean hasAlpha() {
        return order.indexOf('A') >= 0;
    }

    /** The entries in the order of RGB or RGBA. */
    public byte[] unpacked(byte[] data) {
        String target = hasAlpha() ? "RGBA" : "RGB";
        byte[] unpacked = new byte[data.length / order.length() * target.length()];
        for (int i = 0, k = 0; k < unpacked.length; i += order.length()) {
            for (int c = 0; c < target.length(); c++) {
                unpacked[k++] = data[i + order.indexOf(target.charAt(c))];
            }
        }
        return unpacked;
    }
}
