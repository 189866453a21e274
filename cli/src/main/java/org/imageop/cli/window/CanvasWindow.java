package org.imageop.cli.window;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.cli.console.CommandFailure;
import org.imageop.javafx.FxImages;
import org.jspecify.annotations.Nullable;

/**
 * A window with one canvas, shown by Swing, by JavaFX, or by both side by side on the one memory. Escape, Q and the
 * window's own button close it.
 *
 * <p>The constructor opens the window, and {@link #await} waits until it is closed; both are for the thread of the
 * command. {@link #refresh}, {@link #status} and {@link #fail} are for any thread.
 */
final class CanvasWindow {
    private static final Color BACKGROUND = new Color(0x16181d);
    private static final int MILLIS_BETWEEN_LOOKS = 20;
    private static final Color TEXT = new Color(0xc9ced6);

    private final StandardImage canvas;
    private final Toolkits toolkits;
    private final WindowOptions options;
    private final JFrame frame;
    private final JLabel status = label(" ", Font.PLAIN);
    private final CompletableFuture<@Nullable BufferedImage> closed = new CompletableFuture<>();
    private @Nullable SwingCanvas swing;
    private @Nullable JavaFxCanvas javaFx;

    private CanvasWindow(String title, StandardImage canvas, Toolkits toolkits, WindowOptions options) {
        this.canvas = canvas;
        this.toolkits = toolkits;
        this.options = options;
        this.frame = new JFrame(title);
    }

    /** How large the window is without its canvases. */
    static Dimension margins(Toolkits toolkits) {
        return new Dimension(toolkits == Toolkits.BOTH ? 64 : 48, 140);
    }

    /**
     * Opens a window.
     *
     * @param title its title
     * @param caption the longest text for {@link #status}, for which there will be room
     * @param canvas opaque pixels in memory that both toolkits share
     * @param toolkits what shows them
     * @param options what the window does by itself
     * @return the window, open
     */
    static CanvasWindow open(
            String title, String caption, StandardImage canvas, Toolkits toolkits, WindowOptions options) {
        if (toolkits.javaFx()) {
            Screen.startJavaFx();
        }
        return onEventThread(() -> {
            CanvasWindow window = new CanvasWindow(title, canvas, toolkits, options);
            window.build(caption);
            return window;
        });
    }

    /** Runs something on Swing's thread and waits for it. */
    private static <T> T onEventThread(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            EventQueue.invokeAndWait(() -> result.complete(task.get()));
        } catch (InvocationTargetException e) {
            throw new CommandFailure("the window cannot be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while opening a window", e);
        }
        return result.join();
    }

    private void build(String caption) {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                close();
            }
        });
        onKey(KeyEvent.VK_ESCAPE, this::close);
        onKey(KeyEvent.VK_Q, this::close);

        JPanel halves = panel(new FlowLayout(FlowLayout.CENTER, 16, 8));
        if (toolkits.swing()) {
            swing = new SwingCanvas(canvas);
            halves.add(titled("Swing", swing));
        }
        if (toolkits.javaFx()) {
            javaFx = new JavaFxCanvas(canvas, BACKGROUND);
            halves.add(titled("JavaFX", javaFx));
        }
        status.setName("status");
        status.setText(caption);
        status.setBorder(BorderFactory.createEmptyBorder(0, 16, 12, 16));
        Container content = frame.getContentPane();
        content.setBackground(BACKGROUND);
        content.setLayout(new BorderLayout());
        content.add(halves, BorderLayout.CENTER);
        content.add(status, BorderLayout.SOUTH);
        frame.pack();
        int widest = frame.getGraphicsConfiguration().getBounds().width;
        if (frame.getWidth() > widest) {
            frame.setSize(widest, frame.getHeight());
        }
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
        if (options.millis() > 0) {
            closeInTime();
        }
    }

    /** The time counts from when there is something to see. */
    private void closeInTime() {
        Timer closing = new Timer(options.millis(), event -> close());
        closing.setRepeats(false);
        Timer looking = new Timer(MILLIS_BETWEEN_LOOKS, null);
        looking.addActionListener(event -> {
            if (javaFx == null || javaFx.drawn()) {
                looking.stop();
                closing.start();
            }
        });
        looking.setInitialDelay(0);
        looking.start();
    }

    private static JPanel titled(String title, JComponent canvas) {
        JPanel half = panel(new BorderLayout(0, 8));
        half.add(label(title, Font.BOLD), BorderLayout.NORTH);
        // in a layout that does not stretch it, however narrow it is
        JPanel place = panel(new FlowLayout(FlowLayout.CENTER, 0, 0));
        place.add(canvas);
        half.add(place, BorderLayout.CENTER);
        return half;
    }

    private static JPanel panel(LayoutManager layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }

    private static JLabel label(String text, int style) {
        JLabel label = new JLabel(text, SwingConstants.CENTER);
        label.setForeground(TEXT);
        label.setFont(new Font(Font.SANS_SERIF, style, 14));
        return label;
    }

    /** Runs something on Swing's thread when a key is pressed. */
    void onKey(int key, Runnable action) {
        JComponent root = frame.getRootPane();
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key, 0), key);
        root.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /** Swing's half; only on Swing's thread. */
    Component swingHalf() {
        if (swing == null) {
            throw new IllegalStateException("the window has no Swing half, but " + toolkits);
        }
        return swing;
    }

    /** The line below the canvases. */
    void status(String text) {
        EventQueue.invokeLater(() -> status.setText(text));
    }

    /** Makes all toolkits show what was written to the canvas. */
    void refresh() {
        refresh(0, 0, canvas.width(), canvas.height());
    }

    /** Makes all toolkits show what was written to a part of the canvas. */
    void refresh(int x, int y, int width, int height) {
        if (swing != null) {
            swing.repaint(x, y, width, height);
        }
        if (toolkits.javaFx()) {
            FxImages.refresh(canvas, x, y, width, height);
        }
    }

    /** Closes the window because something went wrong. */
    void fail(Throwable problem) {
        closed.completeExceptionally(problem);
    }

    private void close() {
        closed.complete(options.wantsScreenshot() ? picture() : null);
    }

    private BufferedImage picture() {
        Container content = frame.getContentPane();
        BufferedImage picture = new BufferedImage(content.getWidth(), content.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        content.paint(graphics);
        graphics.dispose();
        return picture;
    }

    /**
     * Waits until the window is closed, and takes it away.
     *
     * @throws IOException if the wanted picture cannot be written
     */
    void await() throws IOException {
        try {
            BufferedImage picture = closed.join();
            options.write(picture == null ? null : AwtImages.wrap(picture));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw e;
        } finally {
            EventQueue.invokeLater(frame::dispose);
        }
    }
}
