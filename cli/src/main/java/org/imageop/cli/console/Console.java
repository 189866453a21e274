package org.imageop.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the command writes: results to standard output, one-line messages to standard error.
 *
 * <p>Colours and the progress bar appear only on a terminal. Java cannot find out whether standard error is one, so
 * the launcher passes it in the system property {@code imageop.terminal}.
 */
public final class Console {
    /** How many columns help and tables may fill. */
    public static final int WIDTH = 100;

    private final Output output;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean interactive;
    private boolean verbose;

    /**
     * A console on given streams.
     *
     * @param out standard output, for text and bytes
     * @param outCharset how text is encoded there
     * @param err standard error
     * @param ansi whether results may be coloured
     * @param interactive whether somebody watches standard error, so that a progress bar makes sense
     */
    public Console(OutputStream out, Charset outCharset, PrintWriter err, Ansi ansi, boolean interactive) {
        this.output = new Output(out);
        this.out = new PrintWriter(new OutputStreamWriter(output, outCharset), false);
        this.err = err;
        this.ansi = ansi;
        this.interactive = interactive;
    }

    /** The streams of this process. */
    public static Console ofProcess() {
        String terminal = System.getProperty("imageop.terminal");
        List<String> terminals = terminal == null ? List.of() : Arrays.asList(terminal.split(","));
        PrintWriter err = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset("stderr.encoding")), true);
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                charset("stdout.encoding"),
                err,
                terminal == null ? Ansi.AUTO : colors(terminals.contains("out"), System.getenv()),
                terminals.contains("err"));
    }

    /** Whether to colour the output; https://no-color.org is honoured. */
    static Ansi colors(boolean terminal, Map<String, String> environment) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return terminal && !plain ? Ansi.ON : Ansi.OFF;
    }

    /** A POSIX locale reveals nothing about the terminal; terminals today are UTF-8. */
    private static Charset charset(String property) {
        String name = System.getProperty(
                property, System.getProperty("sun." + property, System.getProperty("native.encoding", "UTF-8")));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** Standard output for text. */
    public PrintWriter out() {
        return out;
    }

    /** Standard output for bytes, after all text so far. */
    public OutputStream bytes() {
        out.flush();
        return output;
    }

    /** Standard error. */
    public PrintWriter err() {
        return err;
    }

    /** Whether results may be coloured. */
    public Ansi ansi() {
        return ansi;
    }

    /** A text in a style of picocli, such as {@code bold,fg(red)}, if results may be coloured. The text itself is not markup. */
    public String styled(String style, String text) {
        if (!ansi.enabled() || style.isEmpty()) {
            return text;
        }
        // a reset, because what picocli ends bold with is a double underline to many terminals
        return Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.off();
    }

    /** Whether somebody watches standard error. */
    public boolean interactive() {
        return interactive;
    }

    /** Whether failures come with their stack trace. */
    public void verbose(boolean on) {
        verbose = on;
    }

    /** One line on standard error. */
    public void report(String message) {
        err.println("imageop: " + Problem.oneLine(message));
        err.flush();
    }

    /** What a result does not keep although the command succeeded: one line on standard error, behind the text so far; none if nothing is lost. */
    public void reportLosses(String target, List<String> losses) {
        if (!losses.isEmpty()) {
            out.flush();
            report(target + ": lost: " + String.join(", ", losses));
        }
    }

    /** What went wrong, as one line on standard error, with the stack trace if {@code --verbose}. */
    public void report(Throwable problem) {
        report(Problem.describe(problem));
        trace(problem);
    }

    /** The stack trace, if {@code --verbose}. */
    public void trace(Throwable problem) {
        if (verbose) {
            problem.printStackTrace(err);
            err.flush();
        }
    }

    /**
     * Ends the output.
     *
     * @param status the exit status of the command
     * @return 1 if standard output could not be written, else {@code status}. A reader that leaves early, such as
     *     {@code head}, is not a failure and does not undo an earlier one.
     */
    public int finish(int status) {
        out.flush();
        IOException failure = output.failure();
        if (failure == null || readerLeft(failure)) {
            return status;
        }
        report("cannot write to standard output: " + failure.getMessage());
        trace(failure);
        return 1;
    }

    /** Whether standard output can no longer be written, for example because the reader of a pipe has left. */
    public boolean closed() {
        return output.failure() != null;
    }

    /** Whether standard output caused a failure. {@link #finish} reports it then. */
    public boolean caused(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each == output.failure()) {
                return true;
            }
        }
        return false;
    }

    private static boolean readerLeft(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }

    /** A stream that remembers its first failure, because a PrintWriter does not. */
    private static final class Output extends OutputStream {
        private final OutputStream target;
        private @Nullable IOException failure;

        Output(OutputStream target) {
            this.target = target;
        }

        @Nullable
        IOException failure() {
            return failure;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            checkOpen();
            try {
                target.write(bytes, offset, count);
            } catch (IOException e) {
                throw remember(e);
            }
        }

        @Override
        public void flush() throws IOException {
            checkOpen();
            try {
                target.flush();
            } catch (IOException e) {
                throw remember(e);
            }
        }

        /** Throws a new exception each time: closing streams would add an exception to itself as suppressed, which is refused. */
        private void checkOpen() throws IOException {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
        }

        private IOException remember(IOException e) {
            failure = e;
            return e;
        }
    }
}
