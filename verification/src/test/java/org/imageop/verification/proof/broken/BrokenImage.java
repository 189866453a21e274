package org.imageop.verification.proof.broken;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.StandardImage;

/** A whole image, every method of which can be broken on its own. */
class BrokenImage implements ImageLike {
    final StandardImage whole;

    BrokenImage(Mode mode, int width, int height) {
        this(StandardImage.of(mode, width, height));
    }

    BrokenImage(StandardImage whole) {
        this.whole = whole;
    }

    /** The least that a buffer is. */
    static class Bytes implements ImageBuffer {
        final ImageBuffer whole;

        Bytes(ImageBuffer whole) {
            this.whole = whole;
        }

        @Override
        public long length() {
            return whole.length();
        }

        @Override
        public int get(long index) {
            return whole.get(index);
        }

        @Override
        public void set(long index, int value) {
            whole.set(index, value);
        }
    }

    @Override
    public Mode mode() {
        return whole.mode();
    }

    @Override
    public ImageSize size() {
        return whole.size();
    }

    @Override
    public ImageBuffer buffer() {
        return whole.buffer();
    }

    @Override
    public Map<String, Object> info() {
        return whole.info();
    }

    @Override
    public int width() {
        return whole.width();
    }

    @Override
    public int height() {
        return whole.height();
    }

    @Override
    public int bitsPerComponent() {
        return whole.bitsPerComponent();
    }

    @Override
    public int bytesPerPixel() {
        return whole.bytesPerPixel();
    }

    @Override
    public List<String> componentNames() {
        return whole.componentNames();
    }

    @Override
    public int components() {
        return whole.components();
    }

    @Override
    public List<Mode.Interval> intervals() {
        return whole.intervals();
    }

    @Override
    public boolean planar() {
        return whole.planar();
    }

    @Override
    public List<Mode.Subsampling> subsampling() {
        return whole.subsampling();
    }

    @Override
    public void map(DoubleUnaryOperator... functions) {
        whole.map(functions);
    }

    @Override
    public ImageLike rotate90() {
        return whole.rotate90();
    }

    @Override
    public ImageLike rotate180() {
        return whole.rotate180();
    }

    @Override
    public ImageLike rotate270() {
        return whole.rotate270();
    }

    @Override
    public void clip() {
        whole.clip();
    }

    @Override
    public List<? extends ImageLike> split() {
        return whole.split();
    }

    @Override
    public ImageLike plane(String componentName) {
        return whole.plane(componentName);
    }

    @Override
    public Iterable<Pixel> pixels() {
        return whole.pixels();
    }

    @Override
    public Iterator<Line> iterator() {
        return whole.iterator();
    }

    @Override
    public Line line(int y) {
        return whole.line(y);
    }

    @Override
    public Pixel get(int x, int y) {
        return whole.get(x, y);
    }

    @Override
    public ImageLike get(Slice rows) {
        return whole.get(rows);
    }

    @Override
    public ImageLike get(Slice columns, Slice rows) {
        return whole.get(columns, rows);
    }

    @Override
    public ImageLike get(int x, Slice rows) {
        return whole.get(x, rows);
    }

    @Override
    public ImageLike get(Slice columns, int y) {
        return whole.get(columns, y);
    }

    @Override
    public void set(int x, int y, int... value) {
        whole.set(x, y, value);
    }

    @Override
    public void set(Slice rows, ImageLike source) {
        whole.set(rows, source);
    }

    @Override
    public void set(Slice columns, Slice rows, ImageLike source) {
        whole.set(columns, rows, source);
    }

    @Override
    public void set(int x, Slice rows, ImageLike source) {
        whole.set(x, rows, source);
    }

    @Override
    public void set(Slice columns, int y, ImageLike source) {
        whole.set(columns, y, source);
    }
}
