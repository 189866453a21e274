package org.imageop.imageio.formats.tiff;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.input.JoinedBytes;

/**
 * All samples of a TIFF page as the numbers that are in the file. Readers clip floats, take signed numbers for unsigned ones,
 * drop channels that are not colours, and mix up samples of uncommon numbers of bits.
 *
 * <p>A reader is used for what it does well, to unpack bytes: it is shown a file whose pages are grey pictures of these
 * bytes, one page for each plane. Prediction and byte order, which depend on what the bytes mean, are undone here.
 */
final class TiffSamples {
    private static final int HORIZONTAL = 2;
    private static final int FLOATING = 3;

    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIPS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILES = 324;
    private static final int TILE_BYTES = 325;

    private final FileBytes file;
    private final TiffPage page;
    private final boolean tiled;
    /** The size of a tile in pixels; a strip is a tile as wide as the page. */
    private final int tileWidth;

    private final int tileHeight;
    private final int tilesAcross;
    private final int tilesDown;
    private final int planes;
    /** The samples of a pixel of a plane. */
    private final int samples;

    private TiffSamples(FileBytes file, TiffPage page) throws IOException {
        this.file = file;
        this.page = page;
        tiled = page.tags().numbers(TILES).length > 0;
        tileWidth = tiled ? page.integer(TILE_WIDTH, 0) : page.width();
        tileHeight = Math.min(
                page.integer(tiled ? TILE_HEIGHT : ROWS_PER_STRIP, Integer.MAX_VALUE),
                tiled ? Integer.MAX_VALUE : page.height());
        if (tileWidth < 1 || tileHeight < 1) {
            throw new IOException("A tile of " + tileWidth + "×" + tileHeight + " pixels holds none");
        }
        tilesAcross = (int) ((page.width() + (long) tileWidth - 1) / tileWidth);
        tilesDown = (int) ((page.height() + (long) tileHeight - 1) / tileHeight);
        boolean planar = page.integer(TiffPage.PLANAR, 1) == 2;
        planes = planar ? page.samples() : 1;
        samples = planar ? 1 : page.samples();
    }

    /**
     * Reads all samples.
     *
     * @param page a {@linkplain TiffPage#isPlain plain} one, or one that {@linkplain TiffPage#isMisread() readers misread}
     * @param spi any reader of TIFF files
     * @return a raster with a band for each sample; signed numbers of 8 bits are shorts, of 32 bits doubles; unsigned ones of
     *     other bits than 8, 16 and 32 are stretched to the next of these
     */
    static WritableRaster read(FileBytes file, TiffPage page, ImageReaderSpi spi) throws IOException {
        return new TiffSamples(file, page).read(spi);
    }

    /** The type of the elements of the raster that {@link #read} returns for a page. */
    static int dataType(TiffPage page) {
        return switch (page.format()) {
            case TiffPage.FLOAT -> page.bits() == 64 ? DataBuffer.TYPE_DOUBLE : DataBuffer.TYPE_FLOAT;
            case TiffPage.SIGNED -> page.bits() == 32 ? DataBuffer.TYPE_DOUBLE : DataBuffer.TYPE_SHORT;
            default ->
                page.bits() <= 8
                        ? DataBuffer.TYPE_BYTE
                        : page.bits() <= 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_INT;
        };
    }

    private WritableRaster read(ImageReaderSpi spi) throws IOException {
        int size = Math.multiplyExact(Math.multiplyExact(page.width(), page.height()), page.samples());
        Sink sink = Sink.of(dataType(page), size);
        ImageReader reader = spi.createReaderInstance();
        try (FileInput input = new FileInput(pictureOfBytes())) {
            reader.setInput(input, false, true);
            for (int plane = 0; plane < planes; plane++) {
                BufferedImage image = reader.read(plane);
                if (!(image.getRaster().getDataBuffer() instanceof DataBufferByte bytes)) {
                    throw new IOException("The reader returned no bytes");
                }
                place(bytes.getData(), plane, sink);
                input.refill();
            }
        } finally {
            reader.dispose();
        }
        int[] offsets = IntStream.range(0, page.samples()).toArray();
        SampleModel model = new PixelInterleavedSampleModel(
                dataType(page), page.width(), page.height(), page.samples(), page.width() * page.samples(), offsets);
        return Raster.createWritableRaster(model, sink.buffer(), null);
    }

    /** The bytes of a row of a tile. */
    private int rowBytes() {
        long bits = (long) Math.multiplyExact(tileWidth, samples) * page.bits();
        return Math.toIntExact((bits + 7) / 8);
    }

    /** The file with other directories: each page is a grey picture of the bytes of a plane, in whole tiles. */
    private FileBytes pictureOfBytes() throws IOException {
        boolean big = file.number(2, 2, page.tags().order()) == 43;
        Directories directories = new Directories(file, page.tags().order(), big);
        double[] offsets = page.tags().numbers(tiled ? TILES : STRIPS);
        double[] counts = page.tags().numbers(tiled ? TILE_BYTES : STRIP_BYTES);
        int tiles = Math.multiplyExact(tilesAcross, tilesDown);
        if (offsets.length < (long) tiles * planes) {
            throw new IOException("It has " + offsets.length + " strips or tiles, of " + (long) tiles * planes);
        }
        int width = Math.multiplyExact(rowBytes(), tilesAcross);
        int height = tiled ? Math.multiplyExact(tileHeight, tilesDown) : page.height();
        for (int plane = 0; plane < planes; plane++) {
            int from = plane * tiles;
            directories.begin();
            directories.add(256, width);
            directories.add(257, height);
            directories.add(258, 8);
            directories.add(TiffPage.COMPRESSION, page.integer(TiffPage.COMPRESSION, 1));
            directories.add(262, 1);
            directories.add(TiffPage.FILL_ORDER, page.integer(TiffPage.FILL_ORDER, 1));
            if (!tiled) {
                directories.add(STRIPS, Arrays.copyOfRange(offsets, from, from + tiles));
            }
            directories.add(277, 1);
            if (!tiled) {
                directories.add(ROWS_PER_STRIP, tileHeight);
            }
            boolean counted = counts.length >= from + tiles;
            if (!tiled && counted) {
                directories.add(STRIP_BYTES, Arrays.copyOfRange(counts, from, from + tiles));
            }
            if (tiled) {
                directories.add(TILE_WIDTH, rowBytes());
                directories.add(TILE_HEIGHT, tileHeight);
                directories.add(TILES, Arrays.copyOfRange(offsets, from, from + tiles));
            }
            if (tiled && counted) {
                directories.add(TILE_BYTES, Arrays.copyOfRange(counts, from, from + tiles));
            }
        }
        return directories.file();
    }

    /** Undoes prediction in the unpacked bytes of a plane, and puts its numbers where they belong. */
    private void place(byte[] bytes, int plane, Sink sink) throws IOException {
        int predictor = page.integer(TiffPage.PREDICTOR, 1);
        boolean floating = predictor == FLOATING;
        int step = page.bits() / 8;
        int rowBytes = rowBytes();
        byte[] row = new byte[rowBytes];
        // the bytes of predicted floats are in their own order
        ByteBuffer numbers = ByteBuffer.wrap(row)
                .order(floating ? ByteOrder.BIG_ENDIAN : page.tags().order());
        for (int y = 0; y < page.height(); y++) {
            for (int tile = 0; tile < tilesAcross; tile++) {
                int at = Math.multiplyExact(y, Math.multiplyExact(rowBytes, tilesAcross)) + tile * rowBytes;
                if (floating) {
                    unpredictFloats(bytes, at, row, step);
                } else {
                    System.arraycopy(bytes, at, row, 0, rowBytes);
                    if (predictor == HORIZONTAL) {
                        unpredict(numbers, step);
                    }
                }
                int first = tile * tileWidth;
                int count = Math.min(tileWidth, page.width() - first) * samples;
                int target = (y * page.width() + first) * page.samples() + plane;
                int stride = planes > 1 ? page.samples() : 1;
                for (int i = 0; i < count; i++) {
                    sink.put(target + i * stride, numbers, i, page);
                }
            }
        }
    }

    /** Each number is the difference to the one of the pixel before. */
    private void unpredict(ByteBuffer numbers, int step) {
        for (int i = samples * step; i < numbers.capacity(); i += step) {
            int before = i - samples * step;
            switch (step) {
                case 1 -> numbers.put(i, (byte) (numbers.get(i) + numbers.get(before)));
                case 2 -> numbers.putShort(i, (short) (numbers.getShort(i) + numbers.getShort(before)));
                case 4 -> numbers.putInt(i, numbers.getInt(i) + numbers.getInt(before));
                case 8 -> numbers.putLong(i, numbers.getLong(i) + numbers.getLong(before));
                default -> throw new IllegalStateException("Numbers of " + step + " bytes are not predicted");
            }
        }
    }

    /** All highest bytes come first, then all second ones; each is the difference to the one of the pixel before. */
    private void unpredictFloats(byte[] bytes, int at, byte[] row, int step) {
        for (int i = samples; i < row.length; i++) {
            bytes[at + i] += bytes[at + i - samples];
        }
        int count = row.length / step;
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < step; b++) {
                row[i * step + b] = bytes[at + b * count + i];
            }
        }
    }

    /** An array of one type that takes numbers out of bytes. */
    private interface Sink {
        /** Puts a number of a row into the array. */
        void put(int index, ByteBuffer row, int number, TiffPage page);

        DataBuffer buffer();

        static Sink of(int dataType, int size) {
            DataBuffer buffer = switch (dataType) {
                case DataBuffer.TYPE_BYTE -> new DataBufferByte(size);
                case DataBuffer.TYPE_USHORT -> new DataBufferUShort(size);
                case DataBuffer.TYPE_SHORT -> new DataBufferShort(size);
                case DataBuffer.TYPE_INT -> new DataBufferInt(size);
                case DataBuffer.TYPE_FLOAT -> new DataBufferFloat(size);
                default -> new DataBufferDouble(size);
            };
            return new Sink() {
                @Override
                public void put(int index, ByteBuffer row, int number, TiffPage page) {
                    int at = number * (page.bits() / 8);
                    if (page.format() == TiffPage.FLOAT) {
                        put(index, floating(row, at, page.bits()));
                    } else if (dataType == DataBuffer.TYPE_DOUBLE) {
                        buffer.setElemDouble(index, row.getInt(at));
                    } else {
                        buffer.setElem(index, whole(row, number, page.bits()));
                    }
                }

                private void put(int index, double number) {
                    if (dataType == DataBuffer.TYPE_FLOAT) {
                        buffer.setElemFloat(index, (float) number);
                    } else {
                        buffer.setElemDouble(index, number);
                    }
                }

                @Override
                public DataBuffer buffer() {
                    return buffer;
                }
            };
        }

        private static int whole(ByteBuffer row, int number, int bits) {
            return switch (bits) {
                case 8 -> row.get(number);
                case 16 -> row.getShort(2 * number);
                case 32 -> row.getInt(4 * number);
                default -> {
                    long value = bits == 24 ? three(row, 3 * number) : packed(row, number * bits, bits);
                    long most = (1L << bits) - 1;
                    long wide = bits < 8 ? 0xff : bits < 16 ? 0xffff : 0xffffffffL;
                    yield (int) ((value * wide + most / 2) / most);
                }
            };
        }

        private static int three(ByteBuffer bytes, int at) {
            boolean bigEndian = bytes.order() == ByteOrder.BIG_ENDIAN;
            int high = bytes.get(at + (bigEndian ? 0 : 2)) & 0xff;
            int low = bytes.get(at + (bigEndian ? 2 : 0)) & 0xff;
            return high << 16 | (bytes.get(at + 1) & 0xff) << 8 | low;
        }

        /** Bits of a row, the most significant first. */
        private static long packed(ByteBuffer row, int from, int bits) {
            long value = 0;
            for (int i = from; i < from + bits; i++) {
                value = value << 1 | row.get(i >> 3) >> 7 - (i & 7) & 1;
            }
            return value;
        }

        private static double floating(ByteBuffer bytes, int at, int bits) {
            return switch (bits) {
                case 16 -> small(bytes.getShort(at) & 0xffff, 5, 10);
                case 24 -> small(three(bytes, at), 7, 16);
                case 32 -> bytes.getFloat(at);
                default -> bytes.getDouble(at);
            };
        }

        /** A float of a sign, some bits of exponent and some of fraction, by the rules of IEEE 754. */
        private static double small(int bits, int exponentBits, int fractionBits) {
            int largest = (1 << exponentBits) - 1;
            int exponent = bits >> fractionBits & largest;
            double fraction = (bits & (1 << fractionBits) - 1) / (double) (1 << fractionBits);
            int bias = largest >> 1;
            double value;
            if (exponent == largest) {
                value = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            } else if (exponent == 0) {
                value = Math.scalb(fraction, 1 - bias);
            } else {
                value = Math.scalb(1 + fraction, exponent - bias);
            }
            return bits >> fractionBits + exponentBits == 0 ? value : -value;
        }
    }

    /** Writes directories behind a file, and a header before it that leads to them. */
    private static final class Directories {
        private final FileBytes file;
        private final ByteOrder order;
        private final boolean big;
        private final List<List<double[]>> pages = new ArrayList<>();

        Directories(FileBytes file, ByteOrder order, boolean big) {
            this.file = file;
            this.order = order;
            this.big = big;
        }

        void begin() {
            pages.add(new ArrayList<>());
        }

        void add(int tag, double... values) {
            double[] field = new double[values.length + 1];
            field[0] = tag;
            System.arraycopy(values, 0, field, 1, values.length);
            pages.get(pages.size() - 1).add(field);
        }

        /** The file with these directories in the place of its own. */
        FileBytes file() {
            int word = big ? 8 : 4;
            int entry = big ? 20 : 12;
            long size = 0;
            for (List<double[]> page : pages) {
                size += (big ? 8 : 2) + (long) page.size() * entry + word;
                for (double[] field : page) {
                    size += field.length > 2 ? (field.length - 1L) * word : 0;
                }
            }
            long start = file.length() + file.length() % 2;
            ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(order);
            for (int i = 0; i < pages.size(); i++) {
                List<double[]> page = pages.get(i);
                int head = (big ? 8 : 2) + page.size() * entry + word;
                int values = out.position() + head;
                if (big) {
                    out.putLong(page.size());
                } else {
                    out.putShort((short) page.size());
                }
                for (double[] field : page) {
                    int count = field.length - 1;
                    out.putShort((short) field[0]).putShort((short) (big ? 16 : 4));
                    word(out, count);
                    if (count == 1) {
                        word(out, (long) field[1]);
                    } else {
                        word(out, start + values);
                        for (int k = 1; k <= count; k++, values += word) {
                            if (big) {
                                out.putLong(values, (long) field[k]);
                            } else {
                                out.putInt(values, (int) (long) field[k]);
                            }
                        }
                    }
                }
                word(out, i == pages.size() - 1 ? 0 : start + values);
                out.position(values);
            }
            ByteBuffer first = ByteBuffer.allocate(word).order(order);
            word(first, start);
            int at = big ? 8 : 4;
            return JoinedBytes.of(List.of(
                    new JoinedBytes.Part(file, 0, at),
                    JoinedBytes.Part.of(first.array()),
                    new JoinedBytes.Part(file, at + word, file.length() - at - word),
                    JoinedBytes.Part.of(new byte[(int) (file.length() % 2)]),
                    JoinedBytes.Part.of(out.array())));
        }

        private void word(ByteBuffer out, long value) {
            if (big) {
                out.putLong(value);
            } else {
                out.putInt((int) value);
            }
        }
    }
}
