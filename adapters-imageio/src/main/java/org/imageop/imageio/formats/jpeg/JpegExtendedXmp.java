package org.imageop.imageio.formats.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.XmpPacket;

/** The parts of a second XMP packet, for what does not fit into one segment. The first names it by its digest. */
final class JpegExtendedXmp {
    private static final int DIGEST = 32;
    private static final int HEAD = DIGEST + 8;

    /** More than a second packet needs. */
    private static final int LONGEST = 1 << 24;

    private final TreeMap<Long, byte[]> parts = new TreeMap<>();
    private String digest = "";
    private long length;
    private long found;

    /** The contents of segments with the parts of a second packet, each of at most so many bytes. */
    static List<byte[]> parts(XmpPacket.Split split, int most) {
        byte[] whole = split.extension();
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < whole.length; at += most - HEAD) {
            int count = Math.min(most - HEAD, whole.length - at);
            ByteBuffer part = ByteBuffer.allocate(HEAD + count);
            part.put(split.digest().getBytes(StandardCharsets.ISO_8859_1));
            part.putInt(whole.length).putInt(at).put(whole, at, count);
            parts.add(part.array());
        }
        return parts;
    }

    /** Adds a part: a digest, the length of all parts, the place of this one, and its bytes. */
    void add(FileBytes source, long data, long count) throws IOException {
        String name = new String(source.bytes(data, DIGEST), StandardCharsets.ISO_8859_1);
        long all = source.big(data + DIGEST, 4);
        if (count <= HEAD || all > LONGEST || found + count > LONGEST || !digest.isEmpty() && !digest.equals(name)) {
            return;
        }
        digest = name;
        length = all;
        byte[] part = source.bytes(data + HEAD, count - HEAD);
        if (parts.putIfAbsent(source.big(data + DIGEST + 4, 4), part) == null) {
            found += part.length;
        }
    }

    /** The first packet with the properties of the second, if it names it and all parts are there; else the first alone. */
    byte[] join(byte[] packet) {
        if (parts.isEmpty() || found != length || !new String(packet, StandardCharsets.ISO_8859_1).contains(digest)) {
            return packet;
        }
        byte[] whole = new byte[(int) length];
        long at = 0;
        for (var part : parts.entrySet()) {
            if (part.getKey() != at) {
                return packet;
            }
            System.arraycopy(part.getValue(), 0, whole, (int) at, part.getValue().length);
            at += part.getValue().length;
        }
        return XmpPacket.joined(packet, whole);
    }
}
