package org.imageop.verification.proof.broken;

import static org.imageop.Mode.LA;
import static org.imageop.Mode.RGB;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.spi.Sharing;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.PhotoSource;
import org.imageop.verification.foreign.ScreenAdapter;
import org.imageop.verification.foreign.TintAdapter;
import org.imageop.verification.foreign.TintAdapter.Tint;
import org.imageop.verification.foreign.TintSource;

/** Images and adapters each of which breaks one rule of colours, as people break them. */
public final class BrokenColors extends BrokenList {
    public static List<Broken> all() {
        BrokenColors images = new BrokenColors();
        images.images();
        List<Broken> all = new ArrayList<>(images.list());
        all.addAll(List.of(
                ofTints("K-1", "wrap does not show the profile of the object", new Colorless()),
                ofTints("K-1", "wrap gives every object the same profile", new Pretending()),
                ofTints("K-4", "it knows only sRGB, and keeps profiles", new Undecided()),
                ofPhotos("K-4", "colours that were converted are turned upside down", new Sampling()),
                ofPhotos("K-5", "memory is not shared because of its profile", new Picky()),
                ofPhotos("K-6", "copy converts by itself, and fails with damaged profiles", new Fragile()),
                ofPhotos("K-6", "losses() leaves the profile out", new Reticent())));
        return all;
    }

    private void images() {
        add("K-2", "rotate90() forgets the profile", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate90() {
                StandardImage turned = whole.rotate90();
                turned.info().clear();
                return turned;
            }
        });
        add("K-2", "an area takes any profile along", LA, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice columns, Slice rows) {
                StandardImage area = whole.get(columns, rows);
                Object profile = whole.info().get(InfoKeys.ICC_PROFILE);
                if (profile != null) {
                    area.info().put(InfoKeys.ICC_PROFILE, profile);
                }
                return area;
            }
        });
    }

    private static Broken ofTints(String rule, String mistake, ImageAdapter<Tint> adapter) {
        return new Broken(rule, "adapter: " + mistake, AdapterChecks.list(new Tints(adapter)));
    }

    private static Broken ofPhotos(String rule, String mistake, ImageAdapter<Photo> adapter) {
        return new Broken(rule, "adapter: " + mistake, AdapterChecks.list(new Photos(adapter)));
    }

    private record Tints(ImageAdapter<Tint> adapter) implements TintSource {}

    private record Photos(ImageAdapter<Photo> adapter) implements PhotoSource {
        @Override
        public boolean registered() {
            return false;
        }
    }

    /** A whole adapter of what knows only sRGB, with which the library is tested. */
    public static final class Screen implements PhotoSource {
        @Override
        public ImageAdapter<Photo> adapter() {
            return new ScreenAdapter();
        }

        @Override
        public boolean registered() {
            return false;
        }
    }

    /** Sees the pixels alone. */
    public static final class Colorless extends TintAdapter {
        /** For the service loader. */
        public Colorless() {}

        @Override
        public ImageLike wrap(Tint tint) {
            return StandardImage.wrapping(tint, PixelLayout.of(Mode.L, tint.width(), tint.height(), tint.grey()));
        }
    }

    /** Says of every grey object that it has the profile of a scanner. */
    public static final class Pretending extends TintAdapter {
        /** For the service loader. */
        public Pretending() {}

        @Override
        public ImageLike wrap(Tint tint) {
            ImageLike image = super.wrap(tint);
            image.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.grey(1.8));
            return image;
        }
    }

    /** Says one thing and does the other. */
    public static final class Undecided extends TintAdapter {
        /** For the service loader. */
        public Undecided() {}

        @Override
        public boolean srgbOnly() {
            return true;
        }
    }

    /** Turns what is not in memory upside down. */
    public static final class Sampling extends ScreenAdapter {
        /** For the service loader. */
        public Sampling() {}

        @Override
        public Photo copy(ImageLike image) {
            boolean computed =
                    image instanceof StandardImage && image.buffer().layout().isEmpty();
            return super.copy(computed ? Views.flipTopBottom(image) : image);
        }
    }

    /** Shares only what looks the same. */
    public static final class Picky extends PhotoAdapter {
        /** For the service loader. */
        public Picky() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            return Profiles.of(image).isPresent()
                    ? Sharing.impossible("its colours are those of a profile")
                    : super.share(image);
        }
    }

    /** Does the library's work, and not all of it. */
    public static final class Fragile extends PhotoAdapter {
        /** For the service loader. */
        public Fragile() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.copy(Profiles.viewAsSrgb(image));
        }
    }

    /** Tells of pixels alone. */
    public static final class Reticent extends PhotoAdapter {
        /** For the service loader. */
        public Reticent() {}

        @Override
        public List<String> losses(ImageLike image, Photo copy) {
            return super.losses(image, copy).stream()
                    .filter(loss -> !loss.equals(Losses.PROFILE))
                    .toList();
        }
    }
}
