package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** Photoshop's image resources, which PSD files have, and JPEG and PNG files for IPTC. */
public final class PhotoshopResources {
    /** The block of IPTC-IIM. */
    public static final int IPTC = 1028;

    private static final String MARK = "8BIM";

    private PhotoshopResources() {}

    /** Takes resources in the order of the file. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes one: its number, where its data are, and how many bytes. */
        void visit(int id, long data, long count) throws IOException;
    }

    /** Visits the resources of a part of a file, up to the first that makes no sense. */
    public static void visit(FileBytes file, long from, long to, Visitor visitor) throws IOException {
        long at = from;
        while (at < to && file.starts(at, MARK)) {
            long name = file.big(at + 6, 1) + 1;
            long size = at + 6 + name + name % 2;
            long count = file.big(size, 4);
            if (count < 0) {
                return;
            }
            visitor.visit((int) file.big(at + 4, 2), size + 4, count);
            at = size + 4 + count + count % 2;
        }
    }

    /** The block of IPTC among resources, or the block itself if it has no resources around it. */
    static byte[] iptc(byte[] block) throws IOException {
        FileBytes bytes = FileBytes.of(block);
        if (!bytes.starts(0, MARK)) {
            return block;
        }
        byte[][] found = {{}};
        visit(bytes, 0, block.length, (id, data, count) -> {
            if (id == IPTC && found[0].length == 0) {
                found[0] = bytes.bytes(data, Math.min(count, block.length - data));
            }
        });
        return found[0];
    }

    /** A resource without a name; empty without data. */
    public static byte[] of(int id, byte @Nullable [] data) {
        if (data == null) {
            return new byte[0];
        }
        ByteBuffer resource = ByteBuffer.allocate(12 + data.length + data.length % 2);
        resource.put(MARK.getBytes(StandardCharsets.US_ASCII)).putShort((short) id);
        return resource.putShort((short) 0).putInt(data.length).put(data).array();
    }
}
