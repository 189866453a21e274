package org.imageop.imageio.codec;

import java.util.List;
import java.util.function.IntFunction;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/**
 * Rows that lie in a file as they are, each as long as the others, the first row first or last.
 *
 * @param file the file
 * @param pixels where its rows begin
 * @param rowBytes how many bytes a row has
 * @param height how many rows there are
 * @param fromBottom whether the first row is the last one
 * @param head makes the beginning of a file of so many rows
 */
public record RawStrips(
        FileBytes file, long pixels, long rowBytes, int height, boolean fromBottom, IntFunction<byte[]> head)
        implements Strips {

    @Override
    public FileBytes strip(int y, int rows) {
        long first = fromBottom ? height - y - rows : y;
        return JoinedBytes.of(List.of(
                JoinedBytes.Part.of(head.apply(rows)),
                new JoinedBytes.Part(file, pixels + first * rowBytes, rows * rowBytes)));
    }

    /** Whether all rows are in the file. */
    public boolean complete() {
        return height > 0 && rowBytes > 0 && rowBytes <= (file.length() - pixels) / height;
    }
}
