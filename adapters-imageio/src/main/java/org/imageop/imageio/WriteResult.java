package org.imageop.imageio;

import java.util.List;
import org.imageop.Mode;

/**
 * A file that was written, and what it does not keep of the image.
 *
 * @param format the name of its format, such as {@code "PNG"}
 * @param mode the mode that the file has when it is read: the image's, or another, which is then among the losses
 * @param bytes the file's length
 * @param losses what the file does not keep, as short phrases: {@code "lossy compression"}, or {@code "RGB → L"} for a
 *     GIF file of 256 greys; often empty
 */
public record WriteResult(String format, Mode mode, long bytes, List<String> losses) {
    /**
     * Describes a written file.
     *
     * @param format the name of its format
     * @param mode the mode that it has when it is read
     * @param bytes its length
     * @param losses what it does not keep, copied
     */
    public WriteResult {
        losses = List.copyOf(losses);
    }
}
