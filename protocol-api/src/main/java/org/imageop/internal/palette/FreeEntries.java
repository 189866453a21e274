package org.imageop.internal.palette;

import java.util.BitSet;
import java.util.Map;
import org.imageop.InfoKeys;
import org.imageop.SampleRows;

/** Which indices new colours may have: info reserves some, pixels use others. */
public final class FreeEntries {
    /** How many indices new colours have. */
    public static final int MOST = 256;

    private FreeEntries() {}

    /** The indices that info names as background or transparency (D-9). */
    public static BitSet reserved(Map<String, Object> info) {
        BitSet reserved = new BitSet();
        for (String key : new String[] {InfoKeys.BACKGROUND, InfoKeys.TRANSPARENCY}) {
            if (info.get(key) instanceof Integer index && index >= 0 && index < MOST) {
                reserved.set(index);
            }
        }
        return reserved;
    }

    /** The indices that pixels have. */
    public static BitSet used(SampleRows indices, int width, int height) {
        BitSet used = new BitSet();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            indices.read(0, y, width, row, 0);
            for (int index : row) {
                if (index >= 0 && index < MOST) {
                    used.set(index);
                }
            }
        }
        return used;
    }
}
