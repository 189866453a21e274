package org.imageop.imageio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a file's metadata in the file itself: resolution, orientation, EXIF block, ICC profile, gamma.
 *
 * <p>Readers report them in five ways, wrong by units, or not at all when other metadata are damaged. Here a
 * damaged piece is left out and the rest is kept.
 */
final class FileInfo {
    /** No profile is larger; a bomb is. */
    private static final int LARGEST_PROFILE = 1 << 24;

    private static final double METRES_PER_INCH = 0.0254;

    private final Source source;
    private final Map<String, Object> info = new LinkedHashMap<>();

    private FileInfo(Source source) {
        this.source = source;
    }

    /**
     * Reads the metadata of a frame.
     *
     * @return the well-known keys that the file has
     * @throws IOException if the file cannot be read
     */
    static Map<String, Object> read(Path path, Format format, int frame) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return read(Source.of(channel), format, frame);
        }
    }

    /** Reads the metadata of a frame of a file that is open already. */
    static Map<String, Object> read(Source source, Format format, int frame) throws IOException {
        FileInfo reader = new FileInfo(source);
        switch (format) {
            case PNG -> reader.png();
            case JPEG -> reader.jpeg();
            case TIFF -> reader.tiff(frame);
            case WEBP -> reader.webp();
            case BMP -> reader.bmp();
            case PSD -> reader.psd();
            case PCX -> reader.pcx();
            default -> {
                // the other formats have none of these
            }
        }
        return reader.info;
    }

    private void png() throws IOException {
        long at = 8;
        while (source.has(at, 8)) {
            long count = source.number(at, 4, ByteOrder.BIG_ENDIAN);
            long data = at + 8;
            if (source.starts(at + 4, "pHYs") && count == 9) {
                double x = source.number(data, 4, ByteOrder.BIG_ENDIAN) * METRES_PER_INCH;
                double y = source.number(data + 4, 4, ByteOrder.BIG_ENDIAN) * METRES_PER_INCH;
                if (source.number(data + 8, 1, ByteOrder.BIG_ENDIAN) == 1) {
                    dpi(x, y);
                }
            } else if (source.starts(at + 4, "gAMA") && count == 4) {
                long gamma = source.number(data, 4, ByteOrder.BIG_ENDIAN);
                if (gamma > 0) {
                    info.put(InfoKeys.GAMMA, gamma / 100_000.0);
                }
            } else if (source.starts(at + 4, "eXIf")) {
                exif(source.bytes(data, count));
            } else if (source.starts(at + 4, "iCCP")) {
                byte[] chunk = source.bytes(data, count);
                int name = 0;
                while (name < chunk.length && chunk[name] != 0) {
                    name++;
                }
                profile(inflate(chunk, name + 2));
            }
            at = data + count + 4;
        }
    }

    private void jpeg() throws IOException {
        JpegHeader header = JpegHeader.read(source);
        exif(header.exif());
        List<Double> dpi = header.dpi();
        if (dpi != null) {
            dpi(dpi.get(0), dpi.get(1));
        }
        profile(header.profile());
    }

    private void tiff(int frame) throws IOException {
        TiffTags tags = TiffTags.read(source, frame);
        tags(tags);
        profile(tags.bytes(TiffTags.ICC_PROFILE));
    }

    private void webp() throws IOException {
        long at = 12;
        while (source.has(at, 8)) {
            long count = source.number(at + 4, 4, ByteOrder.LITTLE_ENDIAN);
            if (source.starts(at, "EXIF")) {
                byte[] block = source.bytes(at + 8, count);
                boolean prefixed = source.starts(at + 8, "Exif\0\0");
                exif(prefixed ? Arrays.copyOfRange(block, 6, block.length) : block);
            } else if (source.starts(at, "ICCP")) {
                profile(source.bytes(at + 8, count));
            }
            at += 8 + count + count % 2;
        }
    }

    private void bmp() throws IOException {
        if (source.number(14, 4, ByteOrder.LITTLE_ENDIAN) >= 40) {
            dpi(
                    (int) source.number(38, 4, ByteOrder.LITTLE_ENDIAN) * METRES_PER_INCH,
                    (int) source.number(42, 4, ByteOrder.LITTLE_ENDIAN) * METRES_PER_INCH);
        }
    }

    private void pcx() throws IOException {
        dpi(source.number(12, 2, ByteOrder.LITTLE_ENDIAN), source.number(14, 2, ByteOrder.LITTLE_ENDIAN));
    }

    private void psd() throws IOException {
        long at = 26 + 4 + source.number(26, 4, ByteOrder.BIG_ENDIAN);
        long end = at + 4 + source.number(at, 4, ByteOrder.BIG_ENDIAN);
        at += 4;
        while (at < end && source.starts(at, "8BIM")) {
            long id = source.number(at + 4, 2, ByteOrder.BIG_ENDIAN);
            long name = source.number(at + 6, 1, ByteOrder.BIG_ENDIAN) + 1;
            long size = at + 6 + name + name % 2;
            long count = source.number(size, 4, ByteOrder.BIG_ENDIAN);
            if (count < 0) {
                return;
            }
            if (id == 1005) {
                dpi(
                        source.number(size + 4, 4, ByteOrder.BIG_ENDIAN) / 65536.0,
                        source.number(size + 12, 4, ByteOrder.BIG_ENDIAN) / 65536.0);
            } else if (id == 1039) {
                profile(source.bytes(size + 4, count));
            }
            at = size + 4 + count + count % 2;
        }
    }

    private void exif(byte[] block) throws IOException {
        if (block.length > 0) {
            info.put(InfoKeys.EXIF, block);
            tags(TiffTags.read(Source.of(block), 0));
        }
    }

    private void tags(TiffTags tags) throws IOException {
        List<Double> dpi = tags.dpi();
        if (dpi != null) {
            info.putIfAbsent(InfoKeys.DPI, dpi);
        }
        Integer orientation = tags.orientation();
        if (orientation != null) {
            info.put(InfoKeys.ORIENTATION, orientation);
        }
    }

    private void dpi(double x, double y) {
        if (x > 0 && y > 0) {
            info.put(InfoKeys.DPI, List.of(x, y));
        }
    }

    private void profile(byte @Nullable [] profile) {
        if (profile != null && profile.length > 0) {
            info.put(InfoKeys.ICC_PROFILE, profile);
        }
    }

    /** A zlib stream within a chunk, or null if it is damaged or too large. */
    private static byte @Nullable [] inflate(byte[] chunk, int offset) {
        if (offset >= chunk.length) {
            return null;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, offset, chunk.length - offset);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (!inflater.finished()) {
                int n = inflater.inflate(part);
                whole.write(part, 0, n);
                if (n == 0 || whole.size() > LARGEST_PROFILE) {
                    return null;
                }
            }
            return whole.toByteArray();
        } catch (DataFormatException e) {
            return null; // a damaged profile is no profile
        } finally {
            inflater.end();
        }
    }
}
