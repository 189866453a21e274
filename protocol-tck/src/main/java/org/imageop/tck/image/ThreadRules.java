package org.imageop.tck.image;

import org.imageop.Images;
import org.imageop.Slice;
import org.imageop.Views;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;
import org.imageop.tck.engine.Threads;

/** What several threads may do at once: with images in memory, and with rows that are declared to be concurrent. */
final class ThreadRules {
    /** So many reads of a small image, that begin at once in all threads, meet in most tries. */
    private static final int ROUNDS = 500;

    private ThreadRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "T-2",
                ImageRule.Scope.ANY,
                "several threads may read an image in memory at once",
                "whether reading changes a field, or works in one thread only",
                "reading by four threads",
                s -> {
                    inMemory(s);
                    readByThreads(s);
                });
        rules.add(
                "T-3",
                ImageRule.Scope.WRITABLE,
                "several threads may write distinct elements of an image in memory at once",
                "whether writing goes through a field, or works in one thread only",
                "writing of rows by four threads",
                s -> {
                    inMemory(s);
                    writeByThreads(s);
                });
        rules.add(
                "T-4",
                ImageRule.Scope.ANY,
                "rows that are concurrent() are read, and written, by several threads at once",
                "whether concurrent() is true although rows share a field",
                "computed rows by four threads",
                s -> {
                    if (s.image.buffer().layout().isPresent() || !concurrent(s)) {
                        throw s.doesNotApply("the samples are in memory, or serve one thread at a time");
                    }
                    readByThreads(s);
                    if (!s.readOnly) {
                        writeByThreads(s);
                    }
                });
    }

    private static void inMemory(Subject s) {
        if (s.image.buffer().layout().isEmpty()) {
            throw s.doesNotApply("the samples are computed");
        }
    }

    private static boolean concurrent(Subject s) {
        return s.shape.planar()
                ? s.shape.names().stream()
                        .allMatch(name ->
                                Images.rows(Views.component(s.image, name)).concurrent())
                : Images.rows(s.image).concurrent();
    }

    private static void readByThreads(Subject s) throws InterruptedException {
        byte[] expected = s.before.bytes();
        s.same("the image", expected, Samples.read(s.shape, s.image.buffer()).bytes());
        // one pixel has nothing to be mixed up with
        int rounds = s.shape.width() > 1 && s.shape.height() > 1 ? ROUNDS : 1;
        Threads.together(s, thread -> {
            for (int round = 0; round < rounds; round++) {
                s.same(
                        "the image, as a thread reads it",
                        expected,
                        s.image.buffer().get(Slice.ALL));
            }
        });
        s.unchanged();
    }

    /** Each thread writes some of the rows, of all planes. */
    private static void writeByThreads(Subject s) throws InterruptedException {
        Samples samples = s.random(3);
        Samples there = s.premultiplied ? samples.opaque() : samples;
        byte[] bytes = there.bytes();
        Threads.together(s, thread -> {
            int planes = s.shape.planar() ? 3 : 1;
            for (int c = 0; c < planes; c++) {
                for (int y = thread; y < s.shape.rows(c); y += Threads.COUNT) {
                    int start = (int) s.shape.index(c, 0, y);
                    int pixel = s.shape.planar() ? 1 : s.shape.names().size() * s.shape.bits() / 8;
                    s.image.buffer().set(start, bytes, start, s.shape.columns(c) * pixel);
                }
            }
        });
        s.expect(there);
    }
}
