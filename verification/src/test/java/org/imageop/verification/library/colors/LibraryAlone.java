package org.imageop.verification.library.colors;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import org.imageop.Copy;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.color.ColorManagement;
import org.imageop.color.Profiles;
import org.imageop.color.RenderingIntent;
import org.imageop.spi.HandingOn;
import org.imageop.spi.Losses;
import org.imageop.tck.source.OwnProfiles;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.ScreenAdapter;

/** A copy of the library beside which there is no colour management. */
final class LibraryAlone extends ClassLoader {
    private LibraryAlone() {
        super(LibraryAlone.class.getClassLoader());
    }

    /** What the copy says: the question, the answer that is expected, and the one that was given. */
    static List<String[]> answers() throws Exception {
        LibraryAlone alone = new LibraryAlone();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(alone);
        try {
            List<String[]> answers = new ArrayList<>();
            for (Object answer : (List<?>) alone.loadClass(Questions.class.getName())
                    .getMethod("answers")
                    .invoke(null)) {
                answers.add((String[]) answer);
            }
            return answers;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What runs within the copy; of it only classes of the JDK come out. */
    public static final class Questions {
        private static final String NOBODY = "UnsupportedImageException [errors.md#no-colour-management]";

        private Questions() {}

        /** Three texts for each question. */
        public static List<String[]> answers() {
            List<String[]> answers = new ArrayList<>();
            StandardImage image = MeaningRules.random(Mode.RGB, 3, 2, OwnProfiles.adobe());
            StandardImage plain = StandardImage.filled(Mode.CMYK, 3, 2, 255, 0, 0, 0);
            byte[] grey = OwnProfiles.grey(2);
            ask(answers, "toSrgb", NOBODY, () -> Profiles.toSrgb(image));
            ask(answers, "viewAsSrgb", NOBODY, () -> Profiles.viewAsSrgb(image));
            ask(answers, "convert", NOBODY, () -> Profiles.convert(image, grey, RenderingIntent.PERCEPTUAL));
            ask(answers, "view", NOBODY, () -> Profiles.view(plain, grey, RenderingIntent.PERCEPTUAL));
            ask(answers, "srgb", NOBODY, Profiles::srgb);
            ask(answers, "grey", NOBODY, Profiles::grey);
            ask(answers, "isSrgb with a profile", "false", () -> Profiles.isSrgb(image));
            ask(answers, "isSrgb without a profile", "true", () -> Profiles.isSrgb(plain));
            ask(
                    answers,
                    "toSrgb without a profile",
                    "[0, 255, 255]",
                    () -> Arrays.toString(Profiles.toSrgb(plain).get(1, 1).value()));
            Transfer<Photo> copy = HandingOn.transfer(new ScreenAdapter(), image, Copy.ALWAYS);
            ask(answers, "a copy names the profile", "true", () -> copy.losses().contains(Losses.PROFILE));
            ask(answers, "a copy was converted", "false", () -> copy.losses().contains(Losses.TO_SRGB));
            StandardImage greys = StandardImage.from(image, Mode.L);
            ask(
                    answers,
                    "numbers of a copy",
                    "" + greys.get(2, 1).l(),
                    () -> copy.image().at(2, 1));
            return answers;
        }

        private static void ask(List<String[]> answers, String question, String expected, Callable<?> action) {
            String found;
            try {
                found = String.valueOf(action.call());
            } catch (Exception e) {
                String message = String.valueOf(e.getMessage());
                found = e.getClass().getSimpleName() + " " + message.substring(Math.max(0, message.lastIndexOf('[')));
            }
            answers.add(new String[] {question, expected, found});
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.imageop.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/" + ColorManagement.class.getName())
                ? Collections.emptyEnumeration()
                : super.getResources(name);
    }
}
