package org.imageop.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What all contestants took, on one core and on all. */
final class Results {
    private final List<Result> oneCore;
    private final List<Result> allCores;

    private Results(List<Result> oneCore, List<Result> allCores) {
        this.oneCore = oneCore;
        this.allCores = allCores;
    }

    /** Reads the files of a folder: all-cores.json, and others with what ran on one core. */
    static Results read(Path folder) throws IOException {
        List<Result> oneCore = new ArrayList<>();
        List<Result> allCores = new ArrayList<>();
        for (String file : List.of("clean", "pillow", "mixed", "small", "pillow-small", "all-cores")) {
            Path path = folder.resolve(file + ".json");
            if (Files.exists(path)) {
                (file.equals("all-cores") ? allCores : oneCore).addAll(Result.read(path));
            }
        }
        return new Results(oneCore, allCores);
    }

    /** All that we did, in the order of measuring. */
    Set<Work> works() {
        Set<Work> works = new LinkedHashSet<>();
        oneCore.stream().filter(Result::ours).forEach(result -> works.add(result.work()));
        return works;
    }

    Set<String> runtimes() {
        Set<String> runtimes = new LinkedHashSet<>();
        oneCore.forEach(result -> runtimes.add(result.runtime()));
        return runtimes;
    }

    Set<String> contestants() {
        Set<String> contestants = new LinkedHashSet<>();
        oneCore.forEach(result -> contestants.add(result.contestant()));
        return contestants;
    }

    /** The peers, those of targets first, in their order. */
    List<Result> peers(Work work, String size) {
        List<String> targets =
                work.targets().stream().map(target -> target.peer()).toList();
        return oneCore.stream()
                .filter(result ->
                        result.work().equals(work) && result.size().equals(size) && !result.mixed() && !result.ours())
                .sorted(Comparator.comparingInt(result -> {
                    int index = targets.indexOf(result.contestant());
                    return index < 0 ? targets.size() : index;
                }))
                .toList();
    }

    Optional<Result> ours(Work work, String size, boolean mixed) {
        return ours(oneCore, work, size, mixed);
    }

    Optional<Result> oursOnAllCores(Work work, String size) {
        return ours(allCores, work, size, false);
    }

    private static Optional<Result> ours(List<Result> results, Work work, String size, boolean mixed) {
        return results.stream()
                .filter(result -> result.work().equals(work)
                        && result.size().equals(size)
                        && result.mixed() == mixed
                        && result.ours())
                .findFirst();
    }

    /** How large the ratio to a peer may be. */
    static OptionalDouble target(Work work, String peer) {
        return work.targets().stream()
                .filter(target -> target.peer().equals(peer))
                .mapToDouble(target -> target.atMost())
                .findFirst();
    }
}
