package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.junit.jupiter.api.Test;

/** What the library does around an adapter's three methods. */
class HandingOnTest {
    private static final int W = 4;
    private static final int H = 3;

    /** A foreign image: grey bytes, 4 a row. */
    private record Grey(byte[] bytes) {}

    private static class GreyAdapter implements ImageAdapter<Grey> {
        @Override
        public Class<Grey> type() {
            return Grey.class;
        }

        @Override
        public ImageLike wrap(Grey grey) {
            return StandardImage.wrapping(
                    grey, PixelLayout.of(Mode.L, W, grey.bytes.length / W, ByteBuffer.wrap(grey.bytes)));
        }

        @Override
        public Sharing<Grey> share(ImageLike image) {
            return image.mode() == Mode.L
                            && image.width() == W
                            && image.buffer()
                                    .layout()
                                    .filter(PixelLayout::canonical)
                                    .isPresent()
                    ? Sharing.of(new Grey(((ByteBuffer) image.buffer()
                                    .layout()
                                    .orElseThrow()
                                    .plane(0)
                                    .memory())
                            .array()))
                    : Sharing.impossible("its bytes are not a Grey's");
        }

        @Override
        public Grey copy(ImageLike image) {
            return new Grey(StandardImage.from(image, Mode.L).buffer().get(Slice.ALL));
        }
    }

    private final GreyAdapter adapter = new GreyAdapter();

    @Test
    void A12_anAdapterSharesUnwrapsAndCopiesAsItIsAllowed() {
        Grey grey = new Grey(new byte[W * H]);
        StandardImage image = StandardImage.of(Mode.L, W, H);

        assertThat(HandingOn.transfer(adapter, adapter.wrap(grey), Copy.NEVER).image())
                .isSameAs(grey);
        assertThat(HandingOn.transfer(adapter, adapter.wrap(grey), Copy.ALWAYS).image())
                .isNotSameAs(grey);
        assertThat(HandingOn.transfer(adapter, image, Copy.NEVER).shared()).isTrue();
        StandardImage red = StandardImage.filled(Mode.RGB, W, H, 255, 0, 0);
        assertThatThrownBy(() -> HandingOn.transfer(adapter, red, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining(": its bytes are not a Grey's; allow a copy");
    }

    /** Lets a Grey in. */
    private static final class EntranceAdapter implements ImageAdapter<Grey> {
        @Override
        public Class<Grey> type() {
            return Grey.class;
        }

        @Override
        public ImageLike wrap(Grey grey) {
            return new GreyAdapter().wrap(grey);
        }
    }

    @Test
    void A8_anAdapterThatOnlyLetsInMakesNoObjects() {
        StandardImage image = StandardImage.of(Mode.L, W, H);
        for (Copy copy : new Copy[] {Copy.IF_NEEDED, Copy.ALWAYS}) {
            assertThatThrownBy(() -> HandingOn.transfer(new EntranceAdapter(), image, copy))
                    .isExactlyInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("reads a " + Grey.class.getName() + " and cannot make one")
                    .hasMessageEndingWith("[errors.md#no-adapter]");
        }
        assertThatThrownBy(() -> HandingOn.transfer(new EntranceAdapter(), image, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("its adapter shares no memory");
        Grey grey = new Grey(new byte[W * H]);
        assertThat(HandingOn.transfer(new EntranceAdapter(), new EntranceAdapter().wrap(grey), Copy.NEVER)
                        .image())
                .isSameAs(grey);
    }
}
