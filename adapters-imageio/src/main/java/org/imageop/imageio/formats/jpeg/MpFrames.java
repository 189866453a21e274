package org.imageop.imageio.formats.jpeg;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.input.JoinedBytes.Part;
import org.imageop.imageio.metadata.TiffTags;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/**
 * The images of a JPEG file with a multi-picture index (MPO): both eyes of a stereo camera, a preview, a depth or gain map.
 *
 * @param images the places of all, the file's own first
 */
record MpFrames(List<Image> images) implements FrameIndex {
    private static final int SOI = 0xffd8;
    private static final int APP2 = 0xffe2;
    private static final int SOS = 0xffda;
    private static final int ENTRIES = 0xb002;
    private static final int ENTRY = 16;
    private static final int MOST_SEGMENTS = 1 << 10;

    /** A place in the file. */
    record Image(long position, long length) {}

    /**
     * Looks for an index.
     *
     * @param most after so many images the rest is left out
     * @return null if there is none, or fewer than two of its images are there
     */
    static @Nullable MpFrames of(FileBytes file, int most) throws IOException {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            long marker = file.big(at, 2);
            long length = file.big(at + 2, 2);
            if (marker <= 0xff00 || marker == SOS || length < 2) {
                return null;
            }
            if (marker == APP2 && file.starts(at + 4, "MPF\0")) {
                List<Image> images = images(file, at + 8, most);
                return images.size() < 2 ? null : new MpFrames(images);
            }
            at += 2 + length;
        }
        return null;
    }

    private static List<Image> images(FileBytes file, long base, int most) throws IOException {
        ByteOrder order = file.starts(base, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        FileBytes entries = FileBytes.of(
                TiffTags.read(part(file, base, file.length() - base), 0).bytes(ENTRIES));
        List<Image> images = new ArrayList<>();
        for (long at = 0; entries.has(at, ENTRY) && images.size() < most; at += ENTRY) {
            long length = entries.number(at + 4, 4, order);
            long offset = entries.number(at + 8, 4, order);
            long position = offset == 0 ? 0 : base + offset;
            if (file.has(position, length) && file.big(position, 2) == SOI) {
                images.add(new Image(position, length));
            }
        }
        return images;
    }

    @Override
    public int count() {
        return images.size();
    }

    /** The first image is the file as all readers see it. */
    @Override
    public FileBytes part(FileBytes file, int frame) {
        Image image = images.get(frame);
        return frame == 0 ? file : part(file, image.position, image.length);
    }

    @Override
    public FileBytes described(FileBytes file, int frame) {
        return part(file, frame);
    }

    private static FileBytes part(FileBytes file, long position, long length) {
        return JoinedBytes.of(List.of(new Part(file, position, length)));
    }
}
