package org.imageop.imageio;

import java.nio.file.Path;
import java.util.List;
import org.imageop.Mode;

/**
 * What was written.
 *
 * @param path the file, as it was given
 * @param format the name of its format, such as {@code "PNG"}
 * @param mode the mode that it holds, which is the image's
 * @param bytes the file's length
 * @param losses what the file does not keep, as short phrases: {@code "lossy compression"}; often empty
 */
public record Written(Path path, String format, Mode mode, long bytes, List<String> losses) {
    /**
     * Reports what was written.
     *
     * @param path the file
     * @param format the name of its format
     * @param mode the mode that it holds
     * @param bytes its length
     * @param losses what it does not keep, copied
     */
    public Written {
        losses = List.copyOf(losses);
    }
}
