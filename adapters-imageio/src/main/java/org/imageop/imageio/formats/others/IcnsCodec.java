package org.imageop.imageio.formats.others;

import static org.imageop.Mode.RGBA;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.imageop.ImageSize;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** ICNS: Apple's icons, of a few sizes. */
public final class IcnsCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.icns.ICNS";
    private static final Set<Integer> SIDES = Set.of(16, 32, 64, 128, 256, 512, 1024);

    public IcnsCodec() {
        super("ICNS", "icns");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, RGBA);
    }

    /** The reader returns an empty image for a picture within that no reader knows, and only warns. */
    @Override
    public Decoder decoder(FileBytes file) {
        return new Decoder() {
            @Override
            public List<String> missing(int frame, List<String> warnings) {
                return warnings.stream()
                        .filter(warning -> warning.startsWith("Cannot read "))
                        .map(warning ->
                                "all pixels: the icon is a picture of a format without a reader, mostly JPEG 2000")
                        .toList();
            }
        };
    }

    @Override
    protected boolean fits(ImageSize size) {
        return size.width() == size.height() && SIDES.contains(size.width());
    }

    @Override
    public String restriction() {
        return "images are square, of 16, 32, 64, 128, 256, 512 or 1024 pixels";
    }

    @Override
    public boolean largestFirst() {
        return true;
    }

    @Override
    public void findHidden(FileBytes file, int frame, HiddenImages hidden) throws IOException {
        Embedded.findPngs(file, hidden);
        long length = 0;
        for (long at = 8; at < file.length() && length >= 0; at += Math.max(8, length)) {
            length = file.big(at + 4, 4);
            Embedded.findJpeg(file, at + 8, hidden);
        }
    }
}
