package org.imageop.verification.matrix;

import org.bytedeco.javacpp.indexer.Indexer;
import org.bytedeco.javacv.Frame;
import org.imageop.Mode;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/** The channels of a Mat or Frame through its own accessors, of grey, BGR and BGRA. */
record MatPixels(Elements elements, Mode mode, @Nullable Numbers numbers) implements Pixels {
    /** The elements of any of the three classes. */
    interface Elements {
        double get(int x, int y, int channel);

        void put(int x, int y, int channel, double number);

        static Elements of(org.bytedeco.opencv.opencv_core.Mat mat) {
            return of(mat.createIndexer());
        }

        static Elements of(Frame frame) {
            return of(frame.<Indexer>createIndexer());
        }

        private static Elements of(Indexer indexer) {
            return new Elements() {
                @Override
                public double get(int x, int y, int channel) {
                    return indexer.getDouble(y, x, channel);
                }

                @Override
                public void put(int x, int y, int channel, double number) {
                    indexer.putDouble(new long[] {y, x, channel}, number);
                }
            };
        }

        static Elements of(org.opencv.core.Mat mat) {
            return new Elements() {
                @Override
                public double get(int x, int y, int channel) {
                    return mat.get(y, x)[channel];
                }

                @Override
                public void put(int x, int y, int channel, double number) {
                    double[] pixel = mat.get(y, x);
                    pixel[channel] = number;
                    mat.put(y, x, pixel);
                }
            };
        }
    }

    /** Blue is first. */
    private int channel(int component) {
        return mode.components() < 3 || component == 3 ? component : 2 - component;
    }

    @Override
    public int[] get(int x, int y) {
        int[] samples = new int[mode.components()];
        for (int c = 0; c < samples.length; c++) {
            double number = elements.get(x, y, channel(c));
            samples[c] = numbers == null ? (int) number : numbers.sample(number, mode.maxValue());
        }
        return samples;
    }

    @Override
    public void set(int x, int y, int... samples) {
        for (int c = 0; c < samples.length; c++) {
            elements.put(x, y, channel(c), numbers == null ? samples[c] : numbers.number(samples[c], mode.maxValue()));
        }
    }
}
