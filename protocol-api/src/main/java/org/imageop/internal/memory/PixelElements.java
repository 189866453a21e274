package org.imageop.internal.memory;

/**
 * Whole pixels in memory, one at a time, to be replaced. The kinds are classes of their own, so that a loop over pixels is
 * compiled with the one that it meets, and with a call where it meets many.
 */
public abstract sealed class PixelElements {
    private PixelElements() {}

    /** The pixels whose components are the given fields, each a component of {@code bits} bits. */
    public static PixelElements of(Field[] fields, int bits) {
        Object array = fields[0].array();
        boolean together = fields.length <= 4;
        boolean packed = array instanceof int[];
        for (Field field : fields) {
            together &= array != null
                    && field.array() == array
                    && field.memory() == fields[0].memory()
                    && field.bits() == bits
                    && field.pixelStride() == fields[0].pixelStride()
                    && field.lineStride() == fields[0].lineStride();
            packed &= field.offset() == fields[0].offset();
        }
        if (together && array instanceof byte[] bytes) {
            return new Bytes(bytes, fields);
        } else if (together && array instanceof short[] shorts && bits == Short.SIZE) {
            return new Shorts(shorts, fields);
        }
        return together && packed ? new Packed((int[]) array, fields, bits) : new Separate(fields, bits);
    }

    /** Replaces a pixel by values of its one to four components; the others are 0. */
    public abstract void set(int x, int y, int a, int b, int c, int d);

    /** Components that are elements of one array, at steps that are ints there. */
    private abstract static sealed class Elements extends PixelElements {
        final int components;
        private final int begin;
        private final int pixelStride;
        private final int lineStride;

        /** The distance of each component from the first one. */
        final int second;

        final int third;
        final int fourth;

        Elements(Field[] fields) {
            components = fields.length;
            begin = fields[0].arrayIndex(0, 0);
            pixelStride = (int) fields[0].pixelStride();
            lineStride = (int) fields[0].lineStride();
            second = distance(fields, 1);
            third = distance(fields, 2);
            fourth = distance(fields, 3);
        }

        private static int distance(Field[] fields, int component) {
            return component < fields.length ? (int) (fields[component].offset() - fields[0].offset()) : 0;
        }

        /** The first component of a pixel. */
        final int index(int x, int y) {
            return begin + y * lineStride + x * pixelStride;
        }
    }

    private static final class Bytes extends Elements {
        private final byte[] array;

        Bytes(byte[] array, Field[] fields) {
            super(fields);
            this.array = array;
        }

        @Override
        public void set(int x, int y, int a, int b, int c, int d) {
            int p = index(x, y);
            array[p] = (byte) a;
            if (components > 1) {
                array[p + second] = (byte) b;
            }
            if (components > 2) {
                array[p + third] = (byte) c;
            }
            if (components > 3) {
                array[p + fourth] = (byte) d;
            }
        }
    }

    private static final class Shorts extends Elements {
        private final short[] array;

        Shorts(short[] array, Field[] fields) {
            super(fields);
            this.array = array;
        }

        @Override
        public void set(int x, int y, int a, int b, int c, int d) {
            int p = index(x, y);
            array[p] = (short) a;
            if (components > 1) {
                array[p + second] = (short) b;
            }
            if (components > 2) {
                array[p + third] = (short) c;
            }
            if (components > 3) {
                array[p + fourth] = (short) d;
            }
        }
    }

    /** All components in the bits of one int. */
    private static final class Packed extends Elements {
        private final int[] array;
        private final int[] shifts = new int[4];

        /** The bits of no component. */
        private int rest = -1;

        Packed(int[] array, Field[] fields, int bits) {
            super(fields);
            this.array = array;
            for (int c = 0; c < fields.length; c++) {
                shifts[c] = fields[c].shift();
                rest &= ~(SampleCodec.mask(bits) << shifts[c]);
            }
        }

        @Override
        public void set(int x, int y, int a, int b, int c, int d) {
            int p = index(x, y);
            int[] to = shifts;
            array[p] = array[p] & rest | a << to[0] | b << to[1] | c << to[2] | d << to[3];
        }
    }

    /** Components anywhere, each by itself. */
    private static final class Separate extends PixelElements {
        private final Field[] fields;
        private final int bits;

        Separate(Field[] fields, int bits) {
            this.fields = fields;
            this.bits = bits;
        }

        @Override
        public void set(int x, int y, int a, int b, int c, int d) {
            SampleCodec.set(fields[0], bits, x, y, a);
            if (fields.length > 1) {
                SampleCodec.set(fields[1], bits, x, y, b);
            }
            if (fields.length > 2) {
                SampleCodec.set(fields[2], bits, x, y, c);
            }
            if (fields.length > 3) {
                SampleCodec.set(fields[3], bits, x, y, d);
            }
        }
    }
}
