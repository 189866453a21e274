package org.imageop.verification.proof.broken;

import java.nio.IntBuffer;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.verification.foreign.BitmapAdapter;
import org.imageop.verification.foreign.BitmapAdapter.Bitmap;
import org.imageop.verification.model.PassingRows;

/** Adapters of colours and alpha that break one rule each. */
public final class BrokenBitmaps {
    private BrokenBitmaps() {}

    public static List<Broken> all() {
        return List.of(
                broken("S-7", "the order of the components is not looked at", new Disordered()),
                broken("L-2", "the layout exchanges red and blue", new Exchanging()),
                broken("L-7", "the layout has five of eight bits", new Coarse()),
                broken("L-9", "the layout calls straight colours premultiplied", new Multiplying()),
                broken("A-10", "rows exchange red and blue", new ExchangingRows()),
                broken("A-10", "rows write from the first column on", new IgnoringX()),
                broken("A-10", "rows know the first 64 columns", new Narrow()));
    }

    private static Broken broken(String rule, String mistake, BitmapAdapter adapter) {
        return new Broken(rule, "adapter: " + mistake, AdapterChecks.list(new BitmapAdapter.Source(adapter)));
    }

    /** Shares all packed pixels of four bytes. */
    public static final class Disordered extends BitmapAdapter {
        /** For the service loader. */
        public Disordered() {}

        @Override
        protected boolean accepts(String order) {
            return order.length() == 4;
        }
    }

    private static PixelLayout described(Bitmap bitmap, AlphaType alpha, int bits, int... shifts) {
        IntBuffer memory = IntBuffer.wrap(bitmap.argb());
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, 0, 1, bitmap.width(), shifts[c] + 8 - bits, bits);
        }
        return PixelLayout.of(Mode.RGBA, bitmap.width(), bitmap.height(), alpha, planes);
    }

    /** Takes ARGB for ABGR. */
    public static final class Exchanging extends BitmapAdapter {
        /** For the service loader. */
        public Exchanging() {}

        @Override
        protected PixelLayout layout(Bitmap bitmap) {
            return described(bitmap, AlphaType.STRAIGHT, 8, 0, 8, 16, 24);
        }
    }

    /** Leaves the low bits out. */
    public static final class Coarse extends BitmapAdapter {
        /** For the service loader. */
        public Coarse() {}

        @Override
        protected PixelLayout layout(Bitmap bitmap) {
            return described(bitmap, AlphaType.STRAIGHT, 5, 16, 8, 0, 24);
        }
    }

    /** Takes straight colours for premultiplied ones. */
    public static final class Multiplying extends BitmapAdapter {
        /** For the service loader. */
        public Multiplying() {}

        @Override
        protected PixelLayout layout(Bitmap bitmap) {
            return described(bitmap, AlphaType.PREMULTIPLIED, 8, 16, 8, 0, 24);
        }
    }

    /** Wraps by rows. */
    private abstract static class ByRows extends BitmapAdapter {
        @Override
        public final ImageLike wrap(Bitmap bitmap) {
            SampleRows whole = Images.rows(super.wrap(bitmap));
            return StandardImage.wrapping(bitmap, Mode.RGBA, bitmap.width(), bitmap.height(), rows(whole));
        }

        abstract SampleRows rows(SampleRows whole);
    }

    /** Takes ARGB for ABGR. */
    public static final class ExchangingRows extends ByRows {
        /** For the service loader. */
        public ExchangingRows() {}

        @Override
        SampleRows rows(SampleRows whole) {
            return new PassingRows(whole) {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    super.read(x, y, count, samples, offset);
                    exchange(samples, offset, count);
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    int[] exchanged = samples.clone();
                    exchange(exchanged, offset, count);
                    super.write(x, y, count, exchanged, offset);
                }
            };
        }

        private static void exchange(int[] samples, int offset, int count) {
            for (int i = offset; i < offset + 4 * count; i += 4) {
                int red = samples[i];
                samples[i] = samples[i + 2];
                samples[i + 2] = red;
            }
        }
    }

    /** Writes each run at the left edge. */
    public static final class IgnoringX extends ByRows {
        /** For the service loader. */
        public IgnoringX() {}

        @Override
        SampleRows rows(SampleRows whole) {
            return new PassingRows(whole) {
                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        super.write(0, y, 1, samples, offset + 4 * i);
                    }
                }
            };
        }
    }

    /** Counts columns in six bits. */
    public static final class Narrow extends ByRows {
        /** For the service loader. */
        public Narrow() {}

        @Override
        SampleRows rows(SampleRows whole) {
            return new PassingRows(whole) {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        super.read(x + i & 63, y, 1, samples, offset + 4 * i);
                    }
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        super.write(x + i & 63, y, 1, samples, offset + 4 * i);
                    }
                }
            };
        }
    }
}
