package org.imageop.opencv.wrapping;

import java.lang.ref.Cleaner;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.Plane;

/**
 * Who owns the memory of a Frame: what its field {@code opaque} holds, which an image keeps. Where references are counted, as
 * those of Mats and of Frames that allocated their memory, the image has one of them, and its pixels stay when the Frame
 * is closed. Other pointers, such as those of a grabber, are asked whether they are still there.
 */
final class FrameOwner implements Plane.Owner {
    private static final String MAT = "org.bytedeco.opencv.opencv_core.Mat";
    private static final Cleaner CLEANER = Cleaner.create();

    private final List<?> held;
    private final boolean counted;

    private FrameOwner(List<?> held) {
        this.held = held;
        // asked while the Mat is open
        this.counted = held.size() == 1 && isMat(held.get(0)) && Mats.counted(held.get(0));
    }

    static FrameOwner of(Frame frame) {
        Object opaque = frame.opaque;
        List<?> held = opaque instanceof Object[] several ? Arrays.asList(several) : Arrays.asList(opaque);
        return new FrameOwner(held.stream().filter(Objects::nonNull).toList());
    }

    /** The memory of a buffer, which is not freed before the last buffer on it is gone (P-24), if it is counted. */
    Buffer keeping(Buffer memory) {
        if (!memory.isDirect() || held.isEmpty()) {
            return memory;
        }
        ByteBuffer own = bytes(memory);
        for (Object owner : held) {
            if (isMat(owner)) {
                Mats.keep(owner, own);
            } else if (owner instanceof Pointer pointer && pointer.referenceCount() > 0) {
                pointer.retainReference();
                CLEANER.register(own, pointer::releaseReference);
            }
        }
        return own;
    }

    /** A buffer of its own on the memory of another, so that it is gone when the images are. */
    private static ByteBuffer bytes(Buffer memory) {
        Buffer all = memory.duplicate().clear();
        long size = all instanceof ByteBuffer
                ? 1
                : all instanceof ShortBuffer ? Short.BYTES : all instanceof DoubleBuffer ? Double.BYTES : Integer.BYTES;
        return new BytePointer(new Pointer(all)).capacity(all.capacity() * size).asByteBuffer();
    }

    /** By its name, because users of JavaCV may do without OpenCV. */
    private static boolean isMat(Object owner) {
        return owner.getClass().getName().equals(MAT);
    }

    @Override
    public boolean alive() {
        for (Object owner : held) {
            if (owner instanceof Pointer pointer && pointer.isNull() && !counted) {
                return false;
            }
        }
        return true;
    }

    /** What needs the classes of OpenCV. */
    private static final class Mats {
        static boolean counted(Object mat) {
            return !((Mat) mat).isNull() && ((Mat) mat).u() != null;
        }

        static void keep(Object mat, ByteBuffer memory) {
            FromBytedecoMat.keeping((Mat) mat, memory);
        }
    }
}
