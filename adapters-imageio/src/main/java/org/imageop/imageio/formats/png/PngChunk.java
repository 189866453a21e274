package org.imageop.imageio.formats.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chunks of PNG files, made. */
final class PngChunk {
    private PngChunk() {}

    /** The four bytes of a type. */
    static byte[] type(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** A chunk from its length to its checksum. */
    static byte[] of(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type(type)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
