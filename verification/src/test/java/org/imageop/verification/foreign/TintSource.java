package org.imageop.verification.foreign;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.source.AdapterSource;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.foreign.TintAdapter.Tint;

/** What an adapter of objects with a profile is tested with. */
public interface TintSource extends AdapterSource<Tint> {
    @Override
    default ImageAdapter<Tint> adapter() {
        return new TintAdapter();
    }

    @Override
    default boolean registered() {
        return false;
    }

    @Override
    default Map<String, Supplier<? extends Tint>> objects() {
        return new TreeMap<>(Map.of(
                "a plain tint", () -> new Tint(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 3, 2, null),
                "a tint of gamma 3", () -> new Tint(ByteBuffer.allocate(8), 4, 2, OwnProfiles.grey(3))));
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
    default Mode mode(Tint tint) {
        return Mode.L;
    }

    @Override
    default ImageSize size(Tint tint) {
        return new ImageSize(tint.width(), tint.height());
    }

    @Override
    default Optional<byte[]> profile(Tint tint) {
        return Optional.ofNullable(tint.profile());
    }

    @Override
    default int[] pixel(Tint tint, int x, int y) {
        return new int[] {tint.grey().get(y * tint.width() + x) & 0xff};
    }

    @Override
    default void setPixel(Tint tint, int x, int y, int[] pixel) {
        tint.grey().put(y * tint.width() + x, (byte) pixel[0]);
    }
}
