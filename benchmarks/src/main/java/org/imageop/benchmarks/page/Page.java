package org.imageop.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.imageop.benchmarks.Row;

/** Writes docs/benchmarks.md, and its pictures into the folder beside it. */
public final class Page {
    private static final String LARGE = "4K";
    private static final String SMALL = "256";

    /** How much slower the VM may be that handled everything else before. */
    private static final double MIXED_AT_MOST = 1.3;

    private final Results results;
    private final List<GrowthChart.Point> growth;
    private final StringBuilder text = new StringBuilder();

    private Page(Results results, List<GrowthChart.Point> growth) {
        this.results = results;
        this.growth = growth;
    }

    /**
     * Writes the page.
     *
     * @param args the folder of measurements, the page, and the command that measured
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path measured = Path.of(args[0]);
        write(measured, Path.of(args[1]), args[2], Machine.here(), LocalDate.now());
    }

    static void write(Path measured, Path page, String command, String machine, LocalDate date) throws IOException {
        Path growthFile = measured.resolve("growth.json");
        List<GrowthChart.Point> growth = Files.exists(growthFile) ? GrowthChart.read(growthFile) : List.of();
        Page made = new Page(Results.read(measured), growth);
        Path pictures = page.resolveSibling("benchmarks");
        Files.createDirectories(pictures);
        Files.writeString(pictures.resolve("ratios.svg"), RatioChart.draw(made.bars()));
        if (!growth.isEmpty()) {
            Files.writeString(pictures.resolve("growth.svg"), GrowthChart.draw(growth));
        }
        Files.writeString(page, made.markdown(command, machine, date));
    }

    private String markdown(String command, String machine, LocalDate date) {
        text.append("""
                # Benchmarks

                How long our code takes beside that of other libraries for the same work. `benchmarks/page` measures everything and writes this page;
                nobody edits it.

                | | |
                |---|---|
                | command | `%s` |
                | date | %s |
                | machine | %s |
                | runtime | %s |

                """.formatted(command, date, machine, String.join("; ", results.runtimes())));
        text.append("""
                ## How to read it

                - **Ours / peer** is our time divided by the peer's, both of the same run, on one core: below 1 we are faster. Quote ratios; the
                  times are those of one machine on one day.
                - Times are medians of iterations. **±** is the largest iteration less the smallest, as a part of the median: on a quiet machine it is
                  a few percent. Where it is not, other programs ran at the same time, and the ratio is rough: measure such a row again with
                  `benchmarks/run` before you quote it.
                - The **target** is what the project wants to reach; ✗ marks a row that misses it. **Before** is the ratio that was measured when the
                  work on speed began.
                - Images are 3840 × 2160 pixels of noise, and for files a scene with slopes and a little noise; results are new images unless the row
                  tells otherwise. Each contestant runs in a VM of its own, which JMH starts; only Pillow runs in one process.
                - Work is comparable, not always equal: the list of contestants at the end names what each leaves out.

                ![Our time divided by the peer's, for each row](benchmarks/ratios.svg)

                """);
        text.append(missed());
        String subject = "";
        for (Work work : results.works()) {
            if (!work.subject().equals(subject)) {
                subject = work.subject();
                text.append("\n## ").append(heading(subject)).append("\n\n");
                text.append(Text.head(
                        List.of("work", "ours", "±", "peer", "its time", "±", "before", "ours / peer", "target"),
                        true));
            }
            addRow(work);
        }
        text.append('\n');
        addOtherJdk();
        addConditions();
        addGrowth();
        text.append("## Contestants\n\n");
        text.append(Contestants.describe(results.contestants(), results.runtimes()));
        return text.toString();
    }

    private static String heading(String subject) {
        return switch (subject) {
            case "Turns" -> "Turns, splitting and mapping";
            case "BufferedImages" -> "BufferedImage";
            case "JavaFx" -> "JavaFX";
            case "ImageIoFiles" -> "Files";
            default -> subject;
        };
    }

    private void addRow(Work work) {
        Optional<Result> clean = clean(work);
        if (clean.isEmpty()) {
            return;
        }
        Result ours = clean.get();
        List<Result> peers = results.peers(work, ours.size());
        String title = work.title();
        if (peers.isEmpty()) {
            text.append(Text.line(List.of(title, time(ours), spread(ours), "", "", "", "", "", "")));
        }
        for (Result peer : peers) {
            boolean first = peer == peers.get(0);
            double ratio = ours.nanoseconds() / peer.nanoseconds();
            Optional<Row.Target> target = Results.target(work, peer.contestant());
            text.append(Text.line(List.of(
                    first ? title : "",
                    first ? time(ours) : "",
                    first ? spread(ours) : "",
                    "`" + peer.contestant() + "`",
                    time(peer),
                    spread(peer),
                    target.map(work::before).orElse(""),
                    Text.ratio(ratio),
                    target.map(each -> target(ratio, each.atMost())).orElse(""))));
        }
    }

    private static String target(double ratio, double atMost) {
        return "≤ " + atMost + (ratio > atMost ? " ✗" : " ✓");
    }

    private static String time(Result result) {
        return Text.time(result.nanoseconds());
    }

    private static String spread(Result result) {
        return Math.round(100 * result.spread()) + " %";
    }

    /** Rows whose class has no size have one all the same, which does not count. */
    private Optional<Result> clean(Work work) {
        return results.ours(work, LARGE, false);
    }

    private String missed() {
        List<String> missed = new ArrayList<>();
        int met = 0;
        for (Work work : results.works()) {
            for (Row.Target target : work.targets()) {
                OptionalDouble ratio = ratio(work, target.peer());
                if (ratio.isPresent() && ratio.getAsDouble() > target.atMost()) {
                    missed.add("%s / %s: %s, target %s%s"
                            .formatted(
                                    work.title(),
                                    target.peer(),
                                    Text.ratio(ratio.getAsDouble()),
                                    target.atMost(),
                                    target.missed().isEmpty() ? "" : ". " + target.missed()));
                } else if (ratio.isPresent()) {
                    met++;
                }
            }
        }
        return "**%d of %d targets are met.** %s\n"
                .formatted(
                        met,
                        met + missed.size(),
                        missed.isEmpty()
                                ? ""
                                : "Missed are:\n\n"
                                        + missed.stream()
                                                .map(line -> "- " + line)
                                                .collect(Collectors.joining("\n")));
    }

    private OptionalDouble ratio(Work work, String peer) {
        Optional<Result> ours = clean(work);
        return ours.isEmpty()
                ? OptionalDouble.empty()
                : results.peers(work, ours.get().size()).stream()
                        .filter(result -> result.contestant().equals(peer))
                        .mapToDouble(result -> ours.get().nanoseconds() / result.nanoseconds())
                        .findFirst();
    }

    /** For each row the comparison that has a target, or the first one. */
    private List<RatioChart.Bar> bars() {
        List<RatioChart.Bar> bars = new ArrayList<>();
        results.works().forEach(work -> bars.addAll(bars(work)));
        return bars;
    }

    private List<RatioChart.Bar> bars(Work work) {
        Optional<Result> ours = clean(work);
        if (ours.isEmpty()) {
            return List.of();
        }
        List<RatioChart.Bar> bars = new ArrayList<>();
        for (Result peer : results.peers(work, ours.get().size())) {
            Optional<Row.Target> target = Results.target(work, peer.contestant());
            if (target.isPresent() || bars.isEmpty()) {
                bars.add(new RatioChart.Bar(
                        work.title() + " / " + peer.contestant(),
                        ours.get().nanoseconds() / peer.nanoseconds(),
                        target.map(Row.Target::atMost).orElse(Double.NaN)));
            }
        }
        return bars;
    }

    private void addOtherJdk() {
        Optional<String> runtime = results.otherRuntime();
        if (runtime.isEmpty()) {
            return;
        }
        text.append("""
                ## On another JDK

                Ours / peer again, for the rows with a target, on one core of the same machine: ours and the peers on %s. Pillow has no JDK; its
                times are those above.

                """.formatted(runtime.get()));
        text.append(Text.head(List.of("work", "peer", "above", "there", "target"), true));
        for (Work work : results.works()) {
            for (Row.Target target : work.targets()) {
                OptionalDouble here = ratio(work, target.peer());
                OptionalDouble there = results.ratioOnOtherJdk(work, target.peer());
                if (here.isPresent() && there.isPresent()) {
                    text.append(Text.line(List.of(
                            work.title(),
                            "`" + target.peer() + "`",
                            Text.ratio(here.getAsDouble()),
                            Text.ratio(there.getAsDouble()),
                            target(there.getAsDouble(), target.atMost()))));
                }
            }
        }
        text.append('\n');
    }

    private void addConditions() {
        text.append("""
                ## Under other conditions

                Our times again. **Mixed**: the VM has converted, resized, handed over and turned images of all modes and types before, so that its
                compiler knows every implementation behind a call; the target is at most %s of the clean time. **All cores**: work on large images is
                shared out; one core is the clean time. **256²**: an image of 256 × 256 pixels, in which fixed costs show, beside the first peer.

                """.formatted(MIXED_AT_MOST));
        text.append(Text.head(
                List.of(
                        "work",
                        "one core, clean",
                        "mixed",
                        "mixed / clean",
                        "all cores",
                        "gain",
                        "256²",
                        "peer",
                        "ours / peer"),
                true));
        List<String> slower = new ArrayList<>();
        for (Work work : results.works()) {
            Optional<Result> clean = clean(work);
            Optional<Result> mixed = results.ours(work, LARGE, true);
            Optional<Result> all = results.oursOnAllCores(work, LARGE);
            Optional<Result> small = results.ours(work, SMALL, false);
            if (clean.isEmpty() || mixed.isEmpty() && all.isEmpty() && small.isEmpty()) {
                continue;
            }
            double nanoseconds = clean.get().nanoseconds();
            if (mixed.isPresent()
                    && mixed.get().nanoseconds() > MIXED_AT_MOST * nanoseconds
                    && !work.mixed().isEmpty()) {
                slower.add("- " + work.title() + ": " + work.mixed() + "\n");
            }
            Optional<Result> peer =
                    small.flatMap(ours -> results.peers(work, SMALL).stream().findFirst());
            text.append(Text.line(List.of(
                    work.title(),
                    Text.time(nanoseconds),
                    mixed.map(Page::time).orElse(""),
                    mixed.map(result -> mixed(result.nanoseconds() / nanoseconds))
                            .orElse(""),
                    all.map(Page::time).orElse(""),
                    all.map(result -> Text.ratio(nanoseconds / result.nanoseconds()))
                            .orElse(""),
                    small.map(Page::time).orElse(""),
                    peer.map(result -> "`" + result.contestant() + "` " + time(result))
                            .orElse(""),
                    peer.map(result -> Text.ratio(small.get().nanoseconds() / result.nanoseconds()))
                            .orElse(""))));
        }
        text.append('\n');
        if (!slower.isEmpty()) {
            text.append("Slower when mixed, and why:\n\n")
                    .append(String.join("", slower))
                    .append('\n');
        }
    }

    private static String mixed(double ratio) {
        return Text.ratio(ratio) + (ratio > MIXED_AT_MOST ? " ✗" : "");
    }

    private void addGrowth() {
        if (growth.isEmpty()) {
            return;
        }
        text.append("""
                ## Growth

                Time and memory from 1 to 400 megapixels, on one core, each size in a VM of its own: `convert` from RGB to L, `resize` RGB to half of the
                width and height with BICUBIC, `hand-over` from a BufferedImage of BGR bytes to JavaFX, which copies, and `file-to-file` from PPM to TIFF in
                strips. The peak is what the heap held at most, garbage and the source included. Both scales are logarithmic.

                ![Time and peak memory over the size](benchmarks/growth.svg)

                """);
        text.append(Text.head(
                List.of("work", "megapixels", "time", "time / megapixel", "peak of the heap", "limit of the heap"),
                true));
        for (GrowthChart.Point point : growth) {
            double nanoseconds = point.milliseconds() * 1e6;
            text.append(Text.line(List.of(
                    point.work(),
                    String.valueOf(point.megapixels()),
                    Text.time(nanoseconds),
                    Text.time(nanoseconds / point.megapixels()),
                    Math.round(point.peakMegabytes()) + " MB",
                    point.heapMegabytes() + " MiB")));
        }
        text.append('\n');
    }
}
