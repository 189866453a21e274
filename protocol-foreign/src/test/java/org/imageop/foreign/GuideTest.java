package org.imageop.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/guide/c.md and of the header's comment compiles and does what they promise. */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("restricted")
    void theGuideDarkensAPhoto() throws IOException, InterruptedException {
        String guide = Files.readString(ROOT.resolve("docs/guide/c.md"));
        Path source = Files.writeString(folder.resolve("darken.c"), block(guide, "c"));
        Path file = CLibrary.compiled(source, folder.resolve("libdarken.so"), "cc", "-std=c99");
        BufferedImage photo = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        photo.setRGB(639, 479, 0xffc86432);
        try (Arena arena = Arena.ofConfined()) {
            CFunction darken = CFunction.of(
                    SymbolLookup.libraryLookup(file, arena).find("darken_image").orElseThrow());
            MemorySegment percent = arena.allocateFrom(ValueLayout.JAVA_INT, 60);
            CallReport report = ImageCall.writing().run(AwtImages.wrap(photo), darken.with(percent));
            // report.toString() is "in place, 5 calls"

            assertThat(report.toString()).isEqualTo("in place, 5 calls");
            assertThat(photo.getRGB(639, 479)).isEqualTo(0xff783c1e);
            percent.set(ValueLayout.JAVA_INT, 0, -1);
            assertThatThrownBy(() -> ImageCall.writing().run(AwtImages.wrap(photo), darken.with(percent)))
                    .isInstanceOf(NativeCallException.class)
                    .hasMessageContaining("a percentage is not negative");
        }
        String[] parts = guide.split("## Functions that call back", 2);
        String callBack = block(parts[1], "java");
        Path back = Files.writeString(folder.resolve("back.c"), block(parts[1], "c"));
        Path compiled = CLibrary.compiled(back, folder.resolve("libback.so"), "cc", "-std=c99");
        MemorySegment greyOf = SymbolLookup.libraryLookup(compiled, Arena.global())
                .find("grey_of")
                .orElseThrow();
        try (ImageApi api = ImageApi.open()) {
            Optional<Object> grey = api.call(greyOf, photo);

            assertThat(grey)
                    .hasValueSatisfying(
                            image -> assertThat(((ImageLike) image).mode()).isEqualTo(Mode.L));
            assertThat(api.references()).isEmpty();
            assertThatThrownBy(() -> api.call(greyOf)).hasMessageContaining("one image is expected");
        }
        String test =
                Files.readString(ROOT.resolve("protocol-foreign/src/test/java/org/imageop/foreign/GuideTest.java"));
        for (String line : (block(guide, "java") + callBack).split("\\R")) {
            assertThat(test).contains(line.strip());
        }
    }

    private static String comment(String header, String first, String last) {
        int from = header.indexOf(" *     " + first);
        int to = header.indexOf(last, from) + last.length();
        return header.substring(from, to).replaceAll("(?m)^ \\*( {5})?", "") + "\n";
    }

    private static String block(String guide, String language) {
        return guide.split("```" + language + "\n", 2)[1].split("```", 2)[0];
    }

    @Test
    void theCommentOfTheHeaderCompiles() throws IOException, InterruptedException {
        String header = Files.readString(ROOT.resolve("docs/reference/imageop.h"));
        String code = comment(header, "#include \"imageop.h\"", "IMAGEOP_FUNCTION(invert_image, invert)")
                + comment(header, "static int scale_down(", "IMAGEOP_PAIR_FUNCTION(scale_down_image, scale_down)")
                + comment(header, "int grey_of(", " *     }\n");
        Path source = Files.writeString(folder.resolve("comment.c"), code);

        assertThat(CLibrary.compiled(source, folder.resolve("comment.so"), "cc", "-std=c99"))
                .exists();
    }
}
