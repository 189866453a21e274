package org.imageop.imageio.metadata;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Compares ICC profiles. */
public final class IccProfiles {
    private static final int HEADER = 128;
    /** Class, colour space and connection space: what readers and AWT leave as it is in a header. */
    private static final int KIND_START = 12;

    private static final int KIND_END = 24;
    private static final int PADDING = 3;

    private IccProfiles() {}

    /**
     * Whether two profiles mean the same. AWT seldom keeps the bytes of a file's profile: it corrects header fields, puts
     * tags into another order, and counts their padding or not.
     */
    public static boolean same(byte[] a, byte[] b) {
        if (Arrays.equals(a, b)) {
            return true;
        }
        Map<Integer, byte[]> tagsA = tags(a);
        Map<Integer, byte[]> tagsB = tags(b);
        return !tagsA.isEmpty()
                && tagsA.keySet().equals(tagsB.keySet())
                && Arrays.equals(a, KIND_START, KIND_END, b, KIND_START, KIND_END)
                && tagsA.keySet().stream().allMatch(key -> sameTag(tagsA.get(key), tagsB.get(key)));
    }

    private static boolean sameTag(byte[] a, byte[] b) {
        int length = Math.max(a.length, b.length);
        return length - Math.min(a.length, b.length) <= PADDING
                && Arrays.equals(Arrays.copyOf(a, length), Arrays.copyOf(b, length));
    }

    /** The tags by their signatures; empty if the table is damaged. */
    private static Map<Integer, byte[]> tags(byte[] profile) {
        Map<Integer, byte[]> tags = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(profile);
        int entries = profile.length < HEADER + 4 ? 0 : in.position(HEADER).getInt();
        for (int i = 0; i < entries; i++) {
            if (in.remaining() < 12) {
                return Map.of();
            }
            int signature = in.getInt();
            int offset = in.getInt();
            int size = in.getInt();
            if (offset < 0 || size < 0 || size > profile.length - offset) {
                return Map.of();
            }
            tags.put(signature, Arrays.copyOfRange(profile, offset, offset + size));
        }
        return tags;
    }
}
