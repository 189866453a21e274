package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory of an arena is used while it is open, by those who may. */
class LifetimeTest {
    private static final List<Consumer<StandardImage>> USES = List.of(
            image -> image.get(0, 0).value(),
            image -> image.get(1, 1).r(),
            image -> image.set(1, 1, 1, 2, 3),
            image -> image.buffer().get(5),
            image -> image.buffer().set(5, 1),
            image -> image.buffer().get(Slice.ALL),
            image -> Views.rotate90(image).get(0, 0).value(),
            image -> image.plane("g").get(0, 0).l(),
            StandardImage::from,
            image -> StandardImage.from(image, Mode.L),
            image -> StandardImage.from(image, 1, 1),
            image -> Images.copy(image, StandardImage.of(Mode.RGB, 4, 4)),
            image -> Images.copy(StandardImage.of(Mode.RGB, 4, 4), image),
            image -> image.map(v -> v));

    @ParameterizedTest
    @ValueSource(longs = {9, Integer.MAX_VALUE})
    void L21_useAfterCloseIsAnException(long longest) {
        for (int use = 0; use < USES.size(); use++) {
            Consumer<StandardImage> tried = USES.get(use);
            for (Arena arena : List.of(Arena.ofConfined(), Arena.ofShared())) {
                SegmentLayout layout = SegmentLayout.of(Mode.RGB, 4, 4, arena.allocate(48));
                StandardImage image = ForeignImages.wrap(layout, new Windows(longest));
                tried.accept(image);
                arena.close();
                assertThatThrownBy(() -> tried.accept(image))
                        .as("use %d", use)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageEndingWith("[errors.md#memory-freed]");
            }
        }
    }

    @Test
    void aPixelFoundBeforeIsNotReadAfterwards() {
        Arena arena = Arena.ofShared();
        Pixel pixel = ForeignImages.wrap(Mode.RGB, 4, 4, arena.allocate(48)).get(1, 1);
        arena.close();

        assertThatThrownBy(pixel::r).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pixel.r(1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, Integer.MAX_VALUE})
    void T4_memoryOfAConfinedArenaIsOfOneThread(long longest) {
        try (Arena arena = Arena.ofConfined()) {
            SegmentLayout layout = SegmentLayout.of(Mode.RGB, 4, 4, arena.allocate(48));
            StandardImage image = ForeignImages.wrap(layout, new Windows(longest));
            assertThat(Images.rows(image).concurrent()).isFalse();
            for (Consumer<StandardImage> use : USES) {
                CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> use.accept(image));
                assertThatThrownBy(elsewhere::join)
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOf(WrongThreadException.class)
                        .hasMessageContaining("use Arena.ofShared")
                        .hasMessageEndingWith("[errors.md#confined-memory]");
            }
        }
    }

    /** Large enough for all cores (T-5), which must keep away. */
    @ParameterizedTest
    @ValueSource(longs = {100_000, Integer.MAX_VALUE})
    void T5_conversionsOfConfinedMemoryStayInTheThread(long longest) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(3 * 600 * 600).fill((byte) 100);
            StandardImage image =
                    ForeignImages.wrap(SegmentLayout.of(Mode.RGB, 600, 600, memory), new Windows(longest));

            StandardImage grey = StandardImage.from(image, Mode.L);
            StandardImage small = StandardImage.from(image, 300, 300);

            assertThat(grey.get(599, 599).l()).isEqualTo(100);
            assertThat(small.get(299, 299).b()).isEqualTo(100);
        }
        try (Arena arena = Arena.ofShared()) {
            assertThat(Images.rows(ForeignImages.wrap(Mode.L, 4, 4, arena.allocate(16)))
                            .concurrent())
                    .isTrue();
        }
    }

    /** Whoever comes first: the reader gets an exception, or the arena stays open. */
    @Test
    void L21_closingWhileOthersReadIsAnExceptionOnOneSide() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            Arena arena = Arena.ofShared();
            StandardImage image = ForeignImages.wrap(Mode.RGB, 200, 200, arena.allocate(3 * 200 * 200));
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread reader = new Thread(() -> {
                try {
                    while (true) {
                        StandardImage.from(image, Mode.L);
                        image.set(1, 1, 1, 2, 3);
                    }
                } catch (Throwable e) {
                    failure.set(e);
                }
            });
            reader.start();
            while (arena.scope().isAlive()) {
                try {
                    arena.close();
                } catch (IllegalStateException e) {
                    // somebody is reading
                }
            }
            reader.join();
            assertThat(failure.get()).isInstanceOf(IllegalStateException.class);
        }
    }
}
