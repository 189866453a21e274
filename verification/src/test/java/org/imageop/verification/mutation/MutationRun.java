package org.imageop.verification.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.imageop.verification.mutation.Mutants.Verdict;
import org.imageop.verification.proof.copies.MutatedLibrary;

/**
 * Judges mutants by the kit, and survivors by the library's own tests. A run that was broken off goes on where it was,
 * by what it has noted in {@code target}, as long as library and kit are the same.
 */
final class MutationRun {
    private static final long SEED = 368;

    /** Many times what an unchanged library takes. */
    private static final long SECONDS = 60;

    private static final long OWN_SECONDS = 1800;

    private static final int WORKERS = Integer.getInteger("imageop.mutations.workers", 2);

    private final Path root;
    private final Path notes;
    private final Map<String, JudgedMutant> noted = new HashMap<>();

    private MutationRun(Path root) throws IOException {
        this.root = root;
        this.notes = root.resolve("verification/target/mutants-" + fingerprint(root) + ".tsv");
        if (Files.exists(notes)) {
            for (String line : Files.readAllLines(notes)) {
                JudgedMutant judged = JudgedMutant.of(line);
                noted.put(judged.mutant(), judged);
            }
        }
    }

    /** A short number that is another one as soon as library or kit are. */
    private static String fingerprint(Path root) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("protocol-api", "protocol-tck")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return Mutation.rank(0, all.toString()).toString(16).substring(0, 8);
    }

    static String source(Path root, String type) throws IOException {
        return Files.readString(root.resolve("protocol-api/src/main/java").resolve(type.replace('.', '/') + ".java"));
    }

    /** Judges so many mutants that are compiled, and to other code than the library's. */
    static void judge(Path root, int count) throws IOException, InterruptedException, ExecutionException {
        MutationRun run = new MutationRun(root);
        List<Mutation> chosen = Mutations.chosen(Mutations.of(root.resolve("protocol-api/src/main/java")), SEED);
        List<Mutation> counted = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        BlockingQueue<Mutants> idle = new LinkedBlockingQueue<>();
        try {
            for (int i = 0; i < WORKERS; i++) {
                idle.add(new Mutants(SECONDS));
            }
            for (int begun = 0; counted.size() < count && begun < chosen.size(); ) {
                // as many as are missing, though some will not count
                int end = Math.min(chosen.size(), begun + count - counted.size());
                List<Mutation> block = chosen.subList(begun, end);
                run.each(threads, block, mutation -> run.byTheKit(idle, mutation));
                block.stream().filter(mutation -> run.noted(mutation).counts()).forEach(counted::add);
                begun = end;
            }
            List<Mutation> survivors = counted.stream()
                    .filter(mutation -> !run.noted(mutation).killed())
                    .toList();
            run.each(threads, survivors, run::byOwnTests);
        } finally {
            threads.shutdownNow();
            idle.forEach(Mutants::close);
        }
        Path table = MutationDocument.judged(root);
        Files.createDirectories(table.getParent());
        Files.write(
                table,
                counted.stream()
                        .map(run::noted)
                        .map(JudgedMutant::line)
                        .sorted()
                        .toList());
        Files.writeString(MutationDocument.date(root), LocalDate.now() + "\n");
    }

    private interface Trial {
        void on(Mutation mutation) throws IOException, InterruptedException;
    }

    private void each(ExecutorService threads, List<Mutation> mutations, Trial trial)
            throws InterruptedException, ExecutionException {
        List<Future<?>> trials = new ArrayList<>();
        for (Mutation mutation : mutations) {
            trials.add(threads.submit(() -> {
                trial.on(mutation);
                return null;
            }));
        }
        for (Future<?> done : trials) {
            done.get();
        }
    }

    private void byTheKit(BlockingQueue<Mutants> idle, Mutation mutation) throws IOException, InterruptedException {
        if (isNoted(mutation)) {
            return;
        }
        String source = source(root, mutation.type());
        Mutants mutants = idle.take();
        try {
            Verdict verdict = mutants.judge(mutation.type(), source, mutation.applied(source));
            note(
                    verdict.outcome() == MutantKiller.Outcome.NONE
                            ? judged(mutation, JudgedMutant.NO_MUTANT, verdict.rule(), "", "")
                            : judged(mutation, verdict.rule(), verdict.check(), verdict.on(), ""));
        } finally {
            idle.add(mutants);
        }
    }

    private void byOwnTests(Mutation mutation) throws IOException, InterruptedException {
        if (noted(mutation).ownTest().isEmpty()) {
            String source = source(root, mutation.type());
            // some tests read names of variables in the messages of Java's own exceptions
            Map<String, byte[]> classes = MutatedLibrary.compiled(mutation.type(), mutation.applied(source), "-g");
            Optional<String> test = OwnTests.firstFailure(root, mutation.type(), classes, OWN_SECONDS);
            note(judged(mutation, "", "", "", test.orElse("none")));
        }
    }

    private static JudgedMutant judged(Mutation mutation, String rule, String check, String on, String ownTest) {
        return new JudgedMutant(mutation.key(), mutation.type(), mutation.operator(), rule, check, on, ownTest);
    }

    private synchronized boolean isNoted(Mutation mutation) {
        return noted.containsKey(mutation.key());
    }

    private synchronized JudgedMutant noted(Mutation mutation) {
        return Objects.requireNonNull(noted.get(mutation.key()));
    }

    private synchronized void note(JudgedMutant judged) throws IOException {
        noted.put(judged.mutant(), judged);
        Files.createDirectories(notes.getParent());
        Files.writeString(notes, judged.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
