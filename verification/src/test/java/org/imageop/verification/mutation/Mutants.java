package org.imageop.verification.mutation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.imageop.verification.mutation.MutantKiller.Outcome;
import org.jspecify.annotations.Nullable;

/** Has mutants judged by the kit in another JVM, and makes a new one where a mutant has broken it. */
final class Mutants implements AutoCloseable {
    /** What came of a mutant; rule, check and the thing checked are empty if it was not killed by a check. */
    record Verdict(Outcome outcome, String rule, String check, String on) {}

    private final long seconds;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "verdicts");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Process process;

    /**
     * Begins.
     *
     * @param seconds how long a mutant may keep a processor busy until it counts as endless
     */
    Mutants(long seconds) {
        this.seconds = seconds;
    }

    Verdict judge(String type, String original, String mutant) throws IOException, InterruptedException {
        if (process == null) {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            // each mutant is new code, which is not worth more than the quick compiler
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djava.awt.headless=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MutantKiller.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        Process running = process;
        Future<List<String>> answer = reader.submit(() -> asked(running, type, original, mutant));
        try {
            List<String> texts = awaited(answer, running);
            Outcome outcome = Outcome.valueOf(texts.get(0));
            return new Verdict(outcome, at(texts, 1), at(texts, 2), at(texts, 3));
        } catch (TimeoutException e) {
            restart(running);
            return new Verdict(Outcome.KILLED, "none", "the kit does not end", "everything");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof EOFException)) {
                throw new IOException("No verdict on a mutant of " + type, e.getCause());
            }
            restart(running);
            return new Verdict(Outcome.KILLED, "none", "the virtual machine ends", "everything");
        }
    }

    /** Waits by the processor's time, which other work on the machine does not lengthen, and very long for a deadlock. */
    private List<String> awaited(Future<List<String>> answer, Process running)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration begin = worked(running);
        for (long waited = 0; ; waited++) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                Duration used = worked(running).minus(begin);
                if (used.toSeconds() > seconds || waited > 60 * seconds) {
                    throw e;
                }
            }
        }
    }

    private static Duration worked(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String at(List<String> texts, int index) {
        return Optional.of(texts)
                .filter(t -> index < t.size())
                .map(t -> t.get(index))
                .orElse("");
    }

    private void restart(Process running) throws InterruptedException {
        running.destroyForcibly().waitFor();
        process = null;
    }

    private static List<String> asked(Process process, String type, String original, String mutant) throws IOException {
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        out.writeBoolean(true);
        out.writeUTF(type);
        for (String text : List.of(original, mutant)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
        DataInputStream in = new DataInputStream(process.getInputStream());
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    @Override
    public void close() {
        reader.shutdown();
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
