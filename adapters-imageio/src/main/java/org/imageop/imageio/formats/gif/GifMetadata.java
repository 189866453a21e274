package org.imageop.imageio.formats.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.imageop.ImagePalette;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Texts;
import org.imageop.imageio.metadata.WrittenInfo;

/** The blocks of a GIF file that are metadata. */
final class GifMetadata {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;
    private static final int HEADER = 13;
    private static final int LONGEST_BLOCK = 255;

    private static final String XMP = "XMP DataXMP";
    /** What makes blocks of a packet that is not in blocks: lengths that lead to its end, wherever they are read. */
    private static final int XMP_TRAILER = 258;

    private final FileBytes file;
    private final FileInfo info;
    private long at;
    private int images;

    private GifMetadata(FileBytes file, FileInfo info) throws IOException {
        this.file = file;
        this.info = info;
        this.at = HEADER + tableLength(file.big(10, 1));
    }

    /** Looks up the metadata of a file, and of its first image. */
    static void read(FileBytes file, FileInfo info) throws IOException {
        if ((file.big(10, 1) & 0x80) != 0) {
            info.background((int) file.big(11, 1));
        }
        GifMetadata metadata = new GifMetadata(file, info);
        while (!info.exceeded() && metadata.block()) {
            continue;
        }
    }

    private static int tableLength(long flags) {
        return (flags & 0x80) == 0 ? 0 : 6 << (flags & 7);
    }

    /** Reads a block; false at the end. */
    private boolean block() throws IOException {
        int kind = (int) file.big(at, 1);
        if (kind == EXTENSION) {
            int label = (int) file.big(at + 1, 1);
            long data = at + 2;
            at = behindBlocks(data);
            extension(label, data);
            return true;
        }
        if (kind == IMAGE) {
            images++;
            at = behindBlocks(at + 11 + tableLength(file.big(at + 9, 1)));
            return true;
        }
        return false;
    }

    private long behindBlocks(long first) throws IOException {
        long next = first;
        for (long count = file.big(next, 1); count > 0; count = file.big(next, 1)) {
            next += 1 + count;
        }
        return next + 1;
    }

    private void extension(int label, long data) throws IOException {
        if (label == COMMENT) {
            String comment = Texts.decode(joined(data));
            if (comment != null) {
                info.comment(comment);
            }
        } else if (label == GRAPHIC_CONTROL && images == 0) {
            if ((file.big(data + 1, 1) & 1) != 0) {
                info.transparency((int) file.big(data + 4, 1));
            }
        } else if (label == APPLICATION && file.starts(data + 1, "ICCRGBG1012")) {
            info.profile(joined(data + 12));
        } else if (label == APPLICATION && file.starts(data + 1, XMP)) {
            boolean whole = at - XMP_TRAILER > data + 12 && file.big(at - XMP_TRAILER, 2) == 0x01ff;
            info.xmp(whole ? file.bytes(data + 12, at - XMP_TRAILER - data - 12) : joined(data + 12));
        }
    }

    private byte[] joined(long first) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        long next = first;
        for (long count = file.big(next, 1); count > 0; count = file.big(next, 1)) {
            whole.writeBytes(file.bytes(next + 1, count));
            next += 1 + count;
        }
        return whole.toByteArray();
    }

    /** Writes the background if it is an index of colours that the file has. */
    private static void background(SeekableByteChannel file, WrittenInfo info) throws IOException {
        Integer index = info.backgroundIndex();
        ImagePalette palette = info.palette();
        FileBytes written = FileBytes.of(file);
        if (index == null || palette == null || 3 * index >= tableLength(written.big(10, 1))) {
            return;
        }
        int color = index < palette.size() ? palette.toArgb()[index] & 0xffffff : -1;
        if (written.big(HEADER + 3L * index, 3) == color) {
            Insertion.write(file, ByteBuffer.wrap(new byte[] {index.byteValue()}), 11);
        }
    }

    /** Puts comment and XMP packet behind the table of colours, where every program has read it. */
    static void write(SeekableByteChannel file, WrittenInfo info) throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        String comment = info.comment();
        if (comment != null) {
            blocks.write(EXTENSION);
            blocks.write(COMMENT);
            byte[] text = comment.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < text.length; i += LONGEST_BLOCK) {
                int count = Math.min(LONGEST_BLOCK, text.length - i);
                blocks.write(count);
                blocks.write(text, i, count);
            }
            blocks.write(0);
        }
        byte[] xmp = info.xmp();
        // a zero would end the blocks
        if (xmp != null && new String(xmp, StandardCharsets.ISO_8859_1).indexOf('\0') < 0) {
            blocks.write(EXTENSION);
            blocks.write(APPLICATION);
            blocks.write(XMP.length());
            blocks.writeBytes(XMP.getBytes(StandardCharsets.US_ASCII));
            blocks.writeBytes(xmp);
            blocks.write(1);
            for (int i = 255; i >= 0; i--) {
                blocks.write(i);
            }
            blocks.write(0);
        }
        background(file, info);
        if (blocks.size() > 0) {
            Insertion.insert(file, HEADER + tableLength(FileBytes.of(file).big(10, 1)), blocks.toByteArray());
            Insertion.write(file, ByteBuffer.wrap("GIF89a".getBytes(StandardCharsets.US_ASCII)), 0);
        }
    }
}
