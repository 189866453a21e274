package org.imageop.verification.foreign;

import java.nio.ByteBuffer;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.color.Profiles;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/** A whole adapter of a foreign class that knows what its greys look like. */
public class TintAdapter implements ImageAdapter<TintAdapter.Tint> {
    /** A foreign class: grey bytes, row after row, and perhaps their profile. */
    public record Tint(ByteBuffer grey, int width, int height, byte @Nullable [] profile) {}

    /** For the service loader. */
    public TintAdapter() {}

    @Override
    public Class<Tint> type() {
        return Tint.class;
    }

    @Override
    public ImageLike wrap(Tint tint) {
        StandardImage image =
                StandardImage.wrapping(tint, PixelLayout.of(Mode.L, tint.width(), tint.height(), tint.grey()));
        if (tint.profile() != null) {
            image.info().put(InfoKeys.ICC_PROFILE, tint.profile());
        }
        return image;
    }

    @Override
    public Sharing<Tint> share(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        boolean grey = layout != null
                && layout.mode() == Mode.L
                && layout.canonical()
                && layout.planes().get(0).offset() == 0;
        if (!grey) {
            return Sharing.impossible("a tint is grey bytes, row after row");
        }
        ByteBuffer memory = (ByteBuffer) layout.memory().orElseThrow().clear();
        return Sharing.of(tint(image, memory));
    }

    @Override
    public Tint copy(ImageLike image) {
        StandardImage grey = StandardImage.from(image, Mode.L);
        return tint(grey, ByteBuffer.wrap(grey.buffer().get(Slice.ALL)));
    }

    private static Tint tint(ImageLike image, ByteBuffer grey) {
        return new Tint(grey, image.width(), image.height(), Profiles.of(image).orElse(null));
    }
}
