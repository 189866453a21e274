package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message of the libraries points into docs/reference/errors.md, and every place there is pointed to. */
class ErrorAnchorsTest {
    private static final List<String> LIBRARIES = List.of(
            "protocol-api",
            "protocol-foreign",
            "protocol-tck",
            "adapters-awt",
            "adapters-javafx",
            "adapters-imglib2",
            "adapters-opencv",
            "adapters-imagej",
            "adapters-imageio");

    /** Messages without an anchor of their own, by class and beginning. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("RasterLayout: The raster does not fit its data buffer: ", "ends with the cause's message"),
            Map.entry("FrameReader: the image lacks ", "a reason in damaged-file"),
            Map.entry("FloatMapDecoder: ", "a reason in damaged-file"),
            Map.entry("IconDecoder: ", "a reason in damaged-file"),
            Map.entry("IffDecoder: ", "a reason in damaged-file"),
            Map.entry("PackBits: ", "a reason in damaged-file"),
            Map.entry("PcxDecoder: ", "a reason in damaged-file"),
            Map.entry("PsdSamples: ", "a reason in damaged-file"),
            Map.entry("SgiDecoder: ", "a reason in damaged-file"),
            Map.entry("WebpDecoder: ", "a reason in damaged-file"),
            Map.entry(
                    "TiffDecoder: its colours are those of CIE Lab, but not in unsigned samples of 8 or 16 bits, without compression or with LZW, Deflate or PackBits",
                    "a reason in damaged-file"),
            Map.entry("TiffSamples: A tile of ", "a reason in damaged-file"),
            Map.entry("TiffSamples: The reader returned no bytes", "a reason in damaged-file"),
            Map.entry("TiffSamples: It has ", "a reason in damaged-file"),
            Map.entry("TiffSamples: Numbers of ", "a reason in damaged-file"),
            Map.entry("PngRows: A row has the filter ", "a reason in damaged-file"),
            Map.entry("PngRows: Its pixels cannot be unpacked: ", "a reason in damaged-file"),
            Map.entry("PngRows: it ends too early", "a reason in damaged-file"),
            Map.entry("PackedRows: Strip ", "a reason in damaged-file"),
            Map.entry("Unpacking: LZW: the code ", "a reason in damaged-file"),
            Map.entry("TiffCodec: No reader knows the file", "a reason in damaged-file"),
            Map.entry("StripRows: ", "ends with the message of its cause"),
            Map.entry("NamedChannel: ", "has the message of the file system"),
            Map.entry("Scratch: ", "never thrown: who closes it does not use it again"),
            Map.entry("FileInput: The reader reads the same ", "a reason in damaged-file"),
            Map.entry("Decoder: The reader returned no image", "a reason in damaged-file"),
            Map.entry("Decoder: The reader offers no type for its pixels", "a reason in damaged-file"),
            Map.entry("ReaderCandidate: it holds no image", "a reason in damaged-file"),
            Map.entry("ImageFile: a reader finds ", "a reason in damaged-file"),
            Map.entry("ImageFile: its rows are those of another size", "a reason in damaged-file"),
            Map.entry("ImageFile: ", "has the cause's message"),
            Map.entry("ApngFrames: ", "a reason in damaged-file"),
            Map.entry("WebpFrames: the file ends within it", "a reason in damaged-file"),
            Map.entry("Codec:  files hold one image", "never thrown: writers ask first"),
            Map.entry("ImageWriting: it wrote nothing", "a reason in writer-failed"),
            Map.entry("ImageFiles:  cannot be written: ", "ends with the message of a RefusedException"),
            Map.entry("MapRules: on the last value", "thrown and caught by a check of the kit"),
            Map.entry("MapRules: for the last component", "thrown and caught by a check of the kit"),
            Map.entry("FrameExchange: A hand-off needs ", "never thrown: SwapChain makes that many"),
            Map.entry("PixelKernel: planar modes have no pixels", "never thrown: planes are converted elsewhere"),
            Map.entry("Kernel: NEAREST is not a convolution", "never thrown: nearest pixels are taken elsewhere"));

    private static List<ThrowSite> sites() throws IOException {
        List<ThrowSite> sites = new ArrayList<>();
        for (String library : LIBRARIES) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(library).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> sites.addAll(ThrowSite.in(file)));
            }
        }
        return sites;
    }

    @Test
    void everyMessageEndsWithItsOnlyAnchor() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> exempt = new TreeSet<>();
        for (ThrowSite site : sites()) {
            String last = site.literals().isEmpty()
                    ? ""
                    : site.literals().get(site.literals().size() - 1);
            if (site.anchors().size() == 1
                    && last.endsWith(" [errors.md#" + site.anchors().get(0) + "]")) {
                continue;
            }
            String key = site.file() + ": "
                    + (site.literals().isEmpty() ? "" : site.literals().get(0));
            if (EXEMPT.containsKey(key) && site.anchors().isEmpty()) {
                exempt.add(key);
            } else {
                wrong.add(site.file() + " line " + site.line() + ": " + site.literals());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(exempt).isEqualTo(EXEMPT.keySet());
    }

    @Test
    void anchorsAreThoseOfThePageWithTheClassesItNames() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (ThrowSite site : sites()) {
            site.anchors()
                    .forEach(anchor ->
                            used.computeIfAbsent(anchor, a -> new TreeSet<>()).add(site.thrownAs()));
        }
        Map<String, Set<String>> explained = new TreeMap<>();
        ErrorEntry.all().forEach(entry -> explained.put(entry.anchor(), new TreeSet<>(entry.exceptions())));

        assertThat(used).containsExactlyInAnyOrderEntriesOf(explained);
    }

    /** Otherwise a reason, or a message within a message, would have one too. */
    @Test
    void anchorsAreInMessagesOnly() throws IOException {
        long written = 0;
        for (String library : LIBRARIES) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(library).resolve("src/main/java"))) {
                written += files.filter(file -> file.toString().endsWith(".java"))
                        .mapToLong(file ->
                                Page.matches("errors\\.md#", Page.read(file)).size())
                        .sum();
            }
        }

        assertThat(written)
                .isEqualTo(sites().stream()
                        .mapToLong(site -> site.anchors().size())
                        .sum());
    }
}
