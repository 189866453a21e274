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
import java.util.stream.Stream;
import org.imageop.benchmarks.Row;

/** What all contestants took, on one core and on all. */
final class Results {
    private final List<Result> oneCore;
    private final List<Result> allCores;
    private final List<Result> otherJdk;

    private Results(List<Result> oneCore, List<Result> allCores, List<Result> otherJdk) {
        this.oneCore = oneCore;
        this.allCores = allCores;
        this.otherJdk = otherJdk;
    }

    /** Reads the files of a folder: all-cores.json, other-jdk.json, and others with what ran on one core. */
    static Results read(Path folder) throws IOException {
        List<Result> oneCore = new ArrayList<>();
        for (String file : List.of("clean", "pillow", "mixed", "small", "pillow-small")) {
            oneCore.addAll(read(folder, file));
        }
        return new Results(oneCore, read(folder, "all-cores"), read(folder, "other-jdk"));
    }

    private static List<Result> read(Path folder, String file) throws IOException {
        Path path = folder.resolve(file + ".json");
        return Files.exists(path) ? Result.read(path) : List.of();
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

    /** The runtime of the other JDK, if there is one. */
    Optional<String> otherRuntime() {
        return otherJdk.stream().map(Result::runtime).findFirst();
    }

    /** Our time on the other JDK divided by a peer's there, or by Pillow's, which has no JDK. */
    OptionalDouble ratioOnOtherJdk(Work work, String peer) {
        Optional<Result> ours = ours(otherJdk, work, "4K", false);
        return Stream.concat(otherJdk.stream(), oneCore.stream())
                .filter(result -> result.work().equals(work)
                        && result.contestant().equals(peer)
                        && !result.mixed()
                        && ours.isPresent()
                        && result.size().equals(ours.get().size()))
                .mapToDouble(result -> ours.get().nanoseconds() / result.nanoseconds())
                .findFirst();
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

    /** What the ratio to a peer is to be. */
    static Optional<Row.Target> target(Work work, String peer) {
        return work.targets().stream()
                .filter(target -> target.peer().equals(peer))
                .findFirst();
    }
}
