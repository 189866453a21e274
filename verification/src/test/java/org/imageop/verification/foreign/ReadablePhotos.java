package org.imageop.verification.foreign;

import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.source.AdapterSource;
import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** What an adapter of photos is tested with, but for writing a photo without the adapter. */
public interface ReadablePhotos extends AdapterSource<Photo> {
    @Override
    default ImageAdapter<Photo> adapter() {
        return new PhotoAdapter();
    }

    @Override
    default Map<String, Supplier<? extends Photo>> objects() {
        return Map.of("a photo", () -> Photo.of(3, 2, 1, 2, 3, 4, 5, 6));
    }

    @Override
    default Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of("a grey image", () -> StandardImage.filled(Mode.L, 3, 2, 77));
    }

    @Override
    default Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of("an RGB image", () -> StandardImage.filled(Mode.RGB, 3, 2, 7, 8, 9));
    }

    @Override
    default ImageSize size(Photo photo) {
        return new ImageSize(photo.width(), photo.height());
    }

    @Override
    default Mode mode(Photo photo) {
        return Mode.L;
    }

    @Override
    default int[] pixel(Photo photo, int x, int y) {
        return new int[] {photo.at(x, y)};
    }
}
