package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.fake.FakeImage;
import net.imglib2.fake.FakeInterval;
import org.imageop.foreign.Photo;
import org.imageop.foreign.PhotoAdapter;
import org.imageop.foreign.Picture;
import org.imageop.foreign.Portrait;
import org.imageop.outside.MinimalImage;
import org.imageop.spi.WrappedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepting any image object, and handing images on. */
class ImagesTest {
    @TempDir
    private Path folder;

    private PluginLoader both() {
        return PluginLoader.sharing(folder, "PictureAdapter", "PhotoAdapter");
    }

    @Test
    void P103_isImageDoesNotDependOnTheClass() throws Exception {
        MinimalImage minimal = new MinimalImage(Mode.L, 1, 1, new byte[1]);
        assertThat(Images.isImage(minimal)).isTrue();
        assertThat(Images.of(minimal)).isSameAs(minimal);
        assertThat(Images.isImage("text")).isFalse();
        assertThat(Images.isImage(null)).isFalse();
        Photo photo = new Photo(1, new byte[1]);
        assertThat(Images.isImage(photo)).isFalse();
        assertThat(both().<Boolean>run(() -> Images.isImage(photo))).isTrue();
    }

    @Test
    void theMostSpecificAdapterIsAsked() throws Exception {
        Picture picture = new Picture() {
            @Override
            public int width() {
                return 1;
            }

            @Override
            public byte[] grey() {
                return new byte[1];
            }
        };
        for (String[] order : new String[][] {
            {"PictureAdapter", "PhotoAdapter", "SecondPhotoAdapter"},
            {"PhotoAdapter", "SecondPhotoAdapter", "PictureAdapter"}
        }) {
            PluginLoader.sharing(folder, order).run(() -> {
                assertThat(Images.of(picture).info()).containsEntry("adapter", "PictureAdapter");
                assertThat(Images.of(new Photo(1, new byte[1])).info()).containsEntry("adapter", "PhotoAdapter");
                assertThat(Images.of(new Portrait(1, new byte[1])).info()).containsEntry("adapter", "PhotoAdapter");
                assertThat(Images.to(StandardImage.of(Mode.L, 1, 1), Photo.class))
                        .isInstanceOf(Photo.class);
                return null;
            });
        }
    }

    @Test
    void wrappedImagesShareAndUnwrapToTheSameObject() throws Exception {
        both().run(() -> {
            Portrait portrait = new Portrait(2, new byte[4]);
            ImageLike image = Images.of(portrait);
            image.set(1, 1, 9);
            assertThat(portrait.grey()).containsExactly(0, 0, 0, 9);
            portrait.grey()[0] = 8;
            assertThat(image.get(0, 0).l()).isEqualTo(8);
            assertThat(Images.to(image, Photo.class)).isSameAs(portrait);
            assertThat(Images.to(image, Portrait.class)).isSameAs(portrait);
            assertThat(Images.to(image, Picture.class)).isSameAs(portrait);
            assertThat(Images.to(portrait, Photo.class)).isSameAs(portrait);
            assertThat(Images.to(image, ImageLike.class)).isSameAs(image);
            assertThat(Images.to(portrait, WrappedImage.class).source()).isSameAs(portrait);
            StandardImage standard = Images.to(portrait, StandardImage.class);
            assertThat(Images.to(standard, Photo.class)).isSameAs(portrait);
            assertThat(Images.to(Images.to(standard, StandardImage.class), Portrait.class))
                    .isSameAs(portrait);
            Transfer<Photo> transfer = Images.transfer(image, Photo.class, Copy.NEVER);
            assertThat(transfer.image()).isSameAs(portrait);
            assertThat(transfer.shared()).isTrue();
            assertThat(transfer.writable()).isTrue();
            assertThat(transfer.reason()).isEmpty();
            assertThat(transfer.losses()).isEmpty();
            assertThat(transfer).hasToString("shared");
            return null;
        });
    }

    @Test
    void copyAlwaysMakesAnotherObject() throws Exception {
        both().run(() -> {
            Photo photo = new Photo(2, new byte[] {1, 2});
            Transfer<Photo> transfer = Images.transfer(photo, Photo.class, Copy.ALWAYS);
            assertThat(transfer.image()).isNotSameAs(photo);
            assertThat(transfer.shared()).isFalse();
            assertThat(transfer.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
            transfer.image().grey()[0] = 77;
            assertThat(photo.grey()).containsExactly(1, 2);
            for (Class<? extends ImageLike> type : List.of(ImageLike.class, ImageMixin.class, StandardImage.class)) {
                Transfer<? extends ImageLike> copy = Images.transfer(photo, type, Copy.ALWAYS);
                assertThat(copy.shared()).isFalse();
                copy.image().set(0, 0, 99);
                assertThat(photo.grey()[0]).isEqualTo((byte) 1);
            }
            return null;
        });
    }

    @Test
    void copyIfNeededSharesWherePossibleAndNeverThrowsOtherwise() throws Exception {
        both().run(() -> {
            byte[] grey = new byte[4];
            StandardImage tight = StandardImage.wrap(Mode.L, 2, 2, grey);
            Transfer<Photo> shared = Images.transfer(tight, Photo.class, Copy.NEVER);
            shared.image().grey()[3] = 5;
            assertThat(grey[3]).isEqualTo((byte) 5);
            StandardImage part = Views.crop(tight, 1, 0, 1, 2);
            assertThatThrownBy(() -> Images.transfer(part, Photo.class, Copy.NEVER))
                    .isInstanceOf(CopyRequiredException.class)
                    .hasMessageContaining("allow a copy");
            Transfer<Photo> copied = Images.transfer(part, Photo.class, Copy.IF_NEEDED);
            assertThat(copied.shared()).isFalse();
            assertThat(copied.writable()).isTrue();
            assertThat(copied.image().grey()).containsExactly(0, 5);
            copied.image().grey()[0] = 9;
            assertThat(grey).containsExactly(0, 0, 0, 5);
            assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.RGB, 1, 1), Photo.class))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("convert to L");
            return null;
        });
    }

    @Test
    void readOnlyImagesAreHandedOnAsSuch() {
        StandardImage image = StandardImage.wrap(
                PixelLayout.of(Mode.L, 1, 1, java.nio.ByteBuffer.allocate(1).asReadOnlyBuffer()));
        Transfer<StandardImage> transfer = Images.transfer(image, StandardImage.class, Copy.NEVER);
        assertThat(transfer.image()).isSameAs(image);
        assertThat(transfer.writable()).isFalse();
        assertThat(transfer).hasToString("shared, read-only");
        assertThat(Images.transfer(image, StandardImage.class, Copy.ALWAYS).writable())
                .isTrue();
        MinimalImage minimal = new MinimalImage(Mode.L, 1, 1, new byte[1]);
        Transfer<StandardImage> standard = Images.transfer(minimal, StandardImage.class, Copy.NEVER);
        standard.image().set(0, 0, 3);
        assertThat(minimal.bytes()).containsExactly(3);
        assertThat(standard.writable()).isTrue();
    }

    @Test
    void theContextClassLoaderIsHonoured() throws Exception {
        Photo photo = new Photo(1, new byte[1]);
        PluginLoader loader = both();
        assertThat(loader.run(() -> Images.of(photo))).isInstanceOf(WrappedImage.class);
        assertThatThrownBy(() -> Images.of(photo)).isInstanceOf(UnsupportedImageException.class);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(Images.isImage(photo)).isFalse();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void brokenAdaptersDoNotHideTheOthersAndAreNamed() throws Exception {
        PluginLoader loader = PluginLoader.isolated(
                folder,
                Set.of("Missing", "MissingBase"),
                "NoSuchAdapter",
                "ThrowingAdapter",
                "MissingBaseAdapter",
                "MissingTypeAdapter",
                "Picture",
                "PhotoAdapter");
        Object photo = loader.loadClass("org.imageop.foreign.Photo")
                .getConstructor(int.class, byte[].class)
                .newInstance(1, new byte[] {42});
        loader.run(() -> {
            assertThat(Images.of(photo).get(0, 0).l()).isEqualTo(42);
            assertThat(Images.isImage("text")).isFalse();
            assertThatThrownBy(() -> Images.of("text"))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("A java.lang.String is not an image")
                    .hasMessageContaining("Adapters were found for org.imageop.foreign.Photo")
                    .hasMessageContaining("NoSuchAdapter")
                    .hasMessageContaining("ThrowingAdapter")
                    .hasMessageContaining("no licence for this library")
                    .hasMessageContaining("MissingBase")
                    .hasMessageContaining("MissingTypeAdapter")
                    .hasMessageContaining("org/imageop/foreign/Missing")
                    .hasMessageContaining("org.imageop.foreign.Picture not a subtype")
                    // it failed with a message that has an anchor
                    .hasMessageContaining("no licence for this library; ")
                    .hasMessageMatching("(?s)[^#]*\\[errors\\.md#no-adapter]");
            return null;
        });
    }

    @Test
    void adaptersThatBreakTheirPromisesAreNamed() throws Exception {
        PluginLoader.sharing(folder, "ForgetfulAdapter").run(() -> {
            assertThatThrownBy(() -> Images.of(new Photo(1, new byte[1])))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.imageop.foreign.ForgetfulAdapter")
                    .hasMessageContaining("org.imageop.foreign.Photo");
            assertThatThrownBy(() -> Images.transfer(StandardImage.of(Mode.L, 1, 1), Photo.class, Copy.NEVER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.imageop.foreign.ForgetfulAdapter")
                    .hasMessageContaining("Copy.NEVER")
                    .hasMessageEndingWith("that is a bug of the adapter [errors.md#adapter-bug]");
            return null;
        });
    }

    @Test
    void aMissNamesTheArtifactToAdd() throws Exception {
        assertThatThrownBy(() -> Images.of(new FakeImage() {}))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapters were found")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-javafx [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(new FakeInterval() {}))
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-imglib2 [errors.md#no-adapter]");
        Class<?> awt = Class.forName("java.awt.image.BufferedImage");
        Object image = awt.getConstructor(int.class, int.class, int.class).newInstance(1, 1, 1);
        assertThatThrownBy(() -> Images.of(image))
                .hasMessageContaining("A java.awt.image.BufferedImage is not an image")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to(StandardImage.of(Mode.L, 1, 1), awt))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("No adapter makes a java.awt.image.BufferedImage")
                .hasMessageEndingWith("add the artifact org.imageop:imageop-adapters-awt [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.of(3))
                .hasMessageContaining("A java.lang.Integer")
                .hasMessageEndingWith("provide an org.imageop.spi.ImageAdapter for it [errors.md#no-adapter]");
        assertThatThrownBy(() -> Images.to("text", String.class)).isInstanceOf(UnsupportedImageException.class);
    }

    @Test
    void manyThreadsFindAdaptersAtOnce() throws Exception {
        PluginLoader loader = both();
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> results = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                boolean plugged = t % 4 != 0;
                Callable<Object> work = () -> {
                    start.await();
                    Photo photo = new Photo(1, new byte[1]);
                    for (int i = 0; i < 50; i++) {
                        boolean known = plugged
                                ? loader.<Boolean>run(() -> Images.isImage(photo))
                                : both().<Boolean>run(() -> Images.isImage(photo));
                        assertThat(known).isTrue();
                    }
                    return photo;
                };
                results.add(pool.submit(work));
            }
            start.countDown();
            for (Future<Object> result : results) {
                assertThat(result.get()).isInstanceOf(Photo.class);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void adaptersAreMadeOnceForALoader() throws Exception {
        both().run(() -> {
            Photo photo = new Photo(1, new byte[1]);
            long before = PhotoAdapter.made();
            Images.of(photo);
            long first = PhotoAdapter.made();
            Images.of(photo);
            Images.isImage(photo);
            assertThat(first).isEqualTo(before + 1);
            assertThat(PhotoAdapter.made()).isEqualTo(first);
            return null;
        });
    }

    @Test
    void aClassLoaderCanBeCollectedWhenMemoryIsShort() throws Exception {
        WeakReference<ClassLoader> loader = useAndForget();
        List<byte[]> ballast = new ArrayList<>();
        try {
            while (loader.get() != null) {
                ballast.add(new byte[1 << 24]);
            }
        } catch (OutOfMemoryError e) {
            // by now every softly held object is gone
            ballast.clear();
        }
        assertThat(loader.get()).as("the class loader of the plug-in").isNull();
    }

    private WeakReference<ClassLoader> useAndForget() throws Exception {
        PluginLoader loader = PluginLoader.isolated(folder, Set.of(), "PhotoAdapter");
        Object photo = loader.loadClass("org.imageop.foreign.Photo")
                .getConstructor(int.class, byte[].class)
                .newInstance(1, new byte[1]);
        assertThat(loader.run(() -> Images.of(photo).get(0, 0).l())).isZero();
        return new WeakReference<>(loader);
    }
}
