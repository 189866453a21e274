package org.imageop.internal.memory;

import java.nio.Buffer;

/** Buffers that no caller's later change of position and limit reaches. */
public final class OwnBuffers {
    private OwnBuffers() {}

    /** The same fields, with one buffer for all that share memory: the one that reaches furthest. */
    public static Field[] of(Field... fields) {
        Buffer[] own = new Buffer[fields.length];
        Field[] owned = new Field[fields.length];
        for (int c = 0; c < fields.length; c++) {
            int widest = c;
            for (int other = fields.length - 1; other >= 0; other--) {
                if (fields[other].sharesMemory(fields[c])
                        && fields[other].memory().limit()
                                >= fields[widest].memory().limit()) {
                    widest = other;
                }
            }
            if (own[widest] == null) {
                own[widest] = fields[widest].memory().duplicate();
            }
            owned[c] = fields[c].in(own[widest]);
        }
        return owned;
    }
}
