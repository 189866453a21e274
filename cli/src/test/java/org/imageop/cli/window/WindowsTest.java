package org.imageop.cli.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.imageop.cli.Main;
import org.imageop.cli.Run;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The windows as they are on a screen: driven with the mouse and the keyboard, and seen in pictures of the screen. Runs
 * with {@code -Dimageop.test.headless=false}; what was seen is left in {@code target/windows}.
 */
@EnabledIfSystemProperty(named = "java.awt.headless", matches = "false")
class WindowsTest {
    /** Long, because the machine may be busy; a test that passes waits for no more than it needs. */
    private static final long PATIENCE_SECONDS = 60;

    /** At which frame the live picture is taken. */
    private static final int FRAME = Integer.getInteger("imageop.windows.frame", 30);

    private static final int WHITE = 0xffffffff;

    @TempDir
    Path folder;

    private Robot robot;
    private CompletableFuture<Run> command = new CompletableFuture<>();

    /** JavaFX cannot load GTK any more when the robot has. */
    @BeforeAll
    static void startJavaFx() {
        Screen.startJavaFx();
    }

    @BeforeEach
    void startRobot() throws AWTException {
        robot = new Robot();
        // the mouse must not lie on what is compared
        robot.mouseMove(0, 0);
    }

    @AfterEach
    void closeWhatIsLeft() throws Exception {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isDisplayable()) {
                SwingUtilities.invokeAndWait(frame::dispose);
            }
        }
    }

    @Test
    void aStrokeInSwingShowsInJavaFx() throws Exception {
        JFrame frame = open("live", "--paused=" + FRAME);
        await("the pause at frame " + FRAME, () -> status(frame).contains("paused"));
        await("halves that agree", () -> halvesAgree(frame));
        int[] before = half(frame, "javafx");

        Dimension size = component(frame, "swing").getSize();
        List<Point> stroke = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double share = i / 60.0;
            stroke.add(new Point((int) (size.width * (0.08 + 0.84 * share)), (int)
                    (size.height * (0.86 + 0.06 * Math.sin(share * 3 * Math.PI)))));
        }
        draw(frame, stroke);
        await(
                "the stroke in JavaFX",
                () -> stroke.stream().allMatch(p -> half(frame, "javafx")[p.y * size.width + p.x] == WHITE));
        await("halves that agree", () -> halvesAgree(frame));
        int[] after = half(frame, "javafx");
        for (Point point : stroke) {
            assertThat(before[point.y * size.width + point.x]).isNotEqualTo(WHITE);
        }
        assertThat(distinct(after)).as("colours").isGreaterThan(50);
        keep(frame, "live");

        // the process finds the stroke in its own memory, and lives on it
        robot.keyPress(KeyEvent.VK_SPACE);
        robot.keyRelease(KeyEvent.VK_SPACE);
        await(
                "a process that goes on",
                () -> stroke.stream().noneMatch(p -> half(frame, "javafx")[p.y * size.width + p.x] == WHITE));
        robot.keyPress(KeyEvent.VK_SPACE);
        robot.keyRelease(KeyEvent.VK_SPACE);
        await("a pause", () -> status(frame).contains("paused"));
        await("halves that agree", () -> halvesAgree(frame));
        assertThat(half(frame, "javafx")).isNotEqualTo(after);

        robot.keyPress(KeyEvent.VK_ESCAPE);
        robot.keyRelease(KeyEvent.VK_ESCAPE);
        assertClosed(frame);
        await(
                "the end of the process's thread",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("imageop live")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swing", "javafx", "both"})
    void showsEveryPixel(String toolkit) throws Exception {
        BufferedImage picture = new BufferedImage(201, 133, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(368);
        for (int y = 0; y < 133; y++) {
            for (int x = 0; x < 201; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        int[] expected = picture.getRGB(0, 0, 201, 133, null, 0, 201);
        File file = folder.resolve("noise.png").toFile();
        assertThat(ImageIO.write(picture, "png", file)).isTrue();
        JFrame frame = open("show", file, "--toolkit", toolkit);
        assertThat(frame.getTitle()).contains("noise.png", "201×133", "RGB");
        for (String half : toolkit.equals("both") ? List.of("swing", "javafx") : List.of(toolkit)) {
            await("the picture in " + half, () -> Arrays.equals(half(frame, half), expected));
        }
        robot.keyPress(KeyEvent.VK_Q);
        robot.keyRelease(KeyEvent.VK_Q);
        assertClosed(frame);
    }

    /** The window is wider than two such canvases, for its captions. */
    @Test
    void aNarrowPictureKeepsItsSizeOnTheBackground() throws Exception {
        BufferedImage picture = new BufferedImage(7, 40, BufferedImage.TYPE_INT_RGB);
        int[] expected = new int[7 * 40];
        Arrays.fill(expected, 0xff3366cc);
        picture.setRGB(0, 0, 7, 40, expected, 0, 7);
        File file = folder.resolve("narrow.png").toFile();
        assertThat(ImageIO.write(picture, "png", file)).isTrue();
        JFrame frame = open("show", file, "--toolkit", "both");
        for (String half : List.of("swing", "javafx")) {
            await("the picture in " + half, () -> Arrays.equals(half(frame, half), expected));
        }
        Component status = component(frame, "status");
        assertThat(status.getPreferredSize().width).isLessThanOrEqualTo(status.getWidth());
        BufferedImage seen = keep(frame, "show-narrow");
        for (String half : List.of("swing", "javafx")) {
            Component canvas = component(frame, half);
            Point corner = SwingUtilities.convertPoint(canvas, 0, 0, frame.getContentPane());
            for (int x : new int[] {corner.x - 1, corner.x + 7, corner.x + 12}) {
                assertThat(seen.getRGB(x, corner.y + 20)).as(half).isEqualTo(0xff16181d);
            }
        }
        SwingUtilities.invokeAndWait(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
        assertClosed(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour.jpg", "marble.png", "headland.tif"})
    void bothToolkitsShowTheSame(String name) throws Exception {
        JFrame frame = open("show", Run.sample(name, folder), "--toolkit", "both");
        await("halves that agree and are not empty", () -> halvesAgree(frame) && distinct(half(frame, "javafx")) > 50);
        assertThat(frame.getGraphicsConfiguration().getBounds()).matches(screen -> screen.contains(frame.getBounds()));
        keep(frame, "show-" + name);
        SwingUtilities.invokeAndWait(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
        assertClosed(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live --paused=3", "show FILE --toolkit both"})
    void aProcessClosesByItselfAndLeavesItsPicture(String arguments) throws Exception {
        Path picture = folder.resolve("picture.png");
        Path said = folder.resolve("said");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // as in the manifest of the jar; older Java has no such option or need
                Runtime.version().feature() < 24 ? "-Dnative=any" : "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments
                .replace("FILE", Run.sample("marble.png", folder).toString())
                .split(" ")));
        line.addAll(List.of("--seconds", "3", "--screenshot", picture.toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                fail("the process has not ended; " + threads(process) + Files.readString(said));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said)).isEmpty();
        assertThat(process.exitValue()).isZero();
        BufferedImage seen = ImageIO.read(picture.toFile());
        assertThat(distinct(seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth())))
                .isGreaterThan(50);
    }

    /** What the threads of a Java process do. */
    private String threads(Process process) throws Exception {
        Path found = folder.resolve("threads");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstack")
                                .toString(),
                        Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(found.toFile())
                .start()
                .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return Files.readString(found);
    }

    // --- the command, and what it has on the screen ---

    private JFrame open(Object... arguments) {
        command = CompletableFuture.supplyAsync(
                () -> Run.imageop(arguments), task -> new Thread(task, "command").start());
        JFrame[] found = new JFrame[1];
        await("a window", () -> {
            if (command.isDone()) {
                fail("the command has ended: " + command.join());
            }
            for (Frame frame : Frame.getFrames()) {
                if (frame instanceof JFrame window && window.isShowing()) {
                    found[0] = window;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private void assertClosed(JFrame frame) throws Exception {
        Run run = command.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isZero();
        await("a window that is gone", () -> !frame.isDisplayable());
    }

    private void draw(JFrame frame, List<Point> stroke) {
        Point corner = onScreen(frame, component(frame, "swing"));
        assertThat(corner).isNotNull();
        robot.mouseMove(corner.x + stroke.get(0).x, corner.y + stroke.get(0).y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (Point point : stroke) {
            robot.mouseMove(corner.x + point.x, corner.y + point.y);
            // X joins motions that nobody has read yet
            robot.waitForIdle();
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseMove(0, 0);
    }

    private boolean halvesAgree(JFrame frame) {
        return Arrays.equals(half(frame, "swing"), half(frame, "javafx"));
    }

    /** What the screen shows where a component is, opaque ARGB. */
    private int[] half(JFrame frame, String name) {
        Component half = component(frame, name);
        Point place = onScreen(frame, half);
        if (place == null) {
            return new int[0];
        }
        Rectangle area = new Rectangle(place, half.getSize());
        BufferedImage seen = robot.createScreenCapture(area);
        return seen.getRGB(0, 0, area.width, area.height, null, 0, area.width);
    }

    /**
     * Where a component really is: the window is the one thing on a black screen. AWT, when there is no window manager,
     * was seen to tell another place than that for minutes.
     */
    private @Nullable Point onScreen(JFrame frame, Component component) {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        BufferedImage seen = robot.createScreenCapture(screen);
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        for (int y = 0; y < screen.height; y++) {
            for (int x = 0; x < screen.width; x++) {
                if ((seen.getRGB(x, y) & 0xffffff) != 0) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                }
            }
        }
        if (left == Integer.MAX_VALUE) {
            return null;
        }
        Point within = SwingUtilities.convertPoint(component, 0, 0, frame.getContentPane());
        within.translate(left, top);
        return within;
    }

    private BufferedImage keep(JFrame frame, String name) throws IOException {
        Container content = frame.getContentPane();
        Point place = onScreen(frame, content);
        assertThat(place).isNotNull();
        BufferedImage seen = robot.createScreenCapture(new Rectangle(place, content.getSize()));
        Path kept = Files.createDirectories(Path.of("target", "windows"));
        assertThat(ImageIO.write(seen, "png", kept.resolve(name + ".png").toFile()))
                .isTrue();
        return seen;
    }

    private static String status(JFrame frame) {
        return ((JLabel) component(frame, "status")).getText();
    }

    private static Component component(Container container, String name) {
        Component found = find(container, name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    private static Component find(Container container, String name) {
        for (Component component : container.getComponents()) {
            Component found = name.equals(component.getName())
                    ? component
                    : component instanceof Container inner ? find(inner, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static long distinct(int[] colors) {
        return Arrays.stream(colors).distinct().count();
    }

    /** What was on the screen when patience ended. */
    private void keepScreen() {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        try {
            Path kept = Files.createDirectories(Path.of("target", "windows"));
            ImageIO.write(
                    robot.createScreenCapture(screen),
                    "png",
                    kept.resolve("failed.png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                keepScreen();
                fail("waited " + PATIENCE_SECONDS + " s for " + what);
            }
            robot.waitForIdle();
        }
    }
}
