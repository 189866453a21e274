import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the pictures of docs/guide/concepts.md as SVG. After a change run, from the root of the repository:
 *
 * <pre>java docs/guide/pictures/Pictures.java docs/guide/pictures</pre>
 *
 * <p>The output depends on nothing but this file; a test compares the two. Colours follow the reader's light or
 * dark theme.
 */
public final class Pictures {
    private static final String[] RGB = {"r", "g", "b"};

    private Pictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "docs/guide/pictures" : args[0]);
        write(folder, "buffer-and-layout", bufferAndLayout());
        write(folder, "canvas", canvas());
        write(folder, "views", views());
        write(folder, "planar", planar());
        write(folder, "alpha", alpha());
        write(folder, "transfer", transfer());
    }

    private static void write(Path folder, String name, Drawing drawing) throws IOException {
        Files.write(folder.resolve(name + ".svg"), drawing.text().getBytes(StandardCharsets.UTF_8));
    }

    /** BGR rows with padding in memory, and the same image as the buffer's bytes. */
    private static Drawing bufferAndLayout() {
        Drawing d = new Drawing(860, 396, "BGR rows with padding in memory and the same bytes in canonical order");
        int cell = 44;
        int left = 78;
        d.title(30, 34, "Memory: blue, green, red bytes; each row padded to 8");
        int[] stored = new int[12];
        for (int row = 0; row < 2; row++) {
            for (int k = 0; k < 8; k++) {
                int index = row * 8 + k;
                int x = left + index * cell;
                if (k < 6) {
                    int component = 2 - k % 3;
                    d.cell(x, 72, cell, cell, RGB[component], RGB[component] + (row * 2 + k / 3));
                    stored[row * 6 + k / 3 * 3 + component] = x + cell / 2;
                } else {
                    d.cell(x, 72, cell, cell, "pad", "");
                }
                d.small(x + cell / 2, 66, String.valueOf(index), "middle");
            }
        }
        d.small(left - 12, 99, "index", "end");
        for (int k = 0; k < 12; k++) {
            int x = left + 2 * cell + k * cell + cell / 2;
            d.curve(stored[k], 117, x, 213, RGB[k % 3]);
            d.cell(x - cell / 2, 214, cell, cell, RGB[k % 3], RGB[k % 3] + k / 3);
            d.small(x, 274, String.valueOf(k), "middle");
        }
        d.small(left + 2 * cell - 12, 241, "index", "end");
        d.title(710, 226, "Buffer");
        d.small(710, 246, "red, green, blue;", "start");
        d.small(710, 263, "no padding", "start");

        int y = 310;
        d.title(30, y, "Layout");
        for (int c = 0; c < 3; c++) {
            d.cell(130, y - 15 + c * 26, 24, 21, RGB[c], RGB[c]);
            d.code(166, y + c * 26, "Plane.of(bytes, " + (2 - c) + ", 3, 8)");
            d.small(390, y + c * 26, "offset " + (2 - c) + ", pixel stride 3, line stride 8", "start");
        }
        d.code(640, y, "element =");
        d.code(640, y + 24, "offset");
        d.code(640, y + 44, "+ y × lineStride");
        d.code(640, y + 64, "+ x × pixelStride");
        return d;
    }

    /** One int[] under three toolkits. */
    private static Drawing canvas() {
        Drawing d = new Drawing(860, 396, "One int array opened by Swing, JavaFX and ImgLib2 at once");
        String[][] toolkits = {
            {"Swing", "BufferedImage", "TYPE_INT_ARGB_PRE"},
            {"JavaFX", "WritableImage", "PixelBuffer, INT_ARGB_PRE"},
            {"ImgLib2", "RandomAccessibleInterval", "live view, straight"}
        };
        int memoryTop = 166;
        for (int i = 0; i < 3; i++) {
            int x = 60 + i * 260;
            d.box(x, 24, 220, 84, "plain");
            d.bold(x + 110, 50, toolkits[i][0], "middle");
            d.codeMiddle(x + 110, 72, toolkits[i][1]);
            d.small(x + 110, 94, toolkits[i][2], "middle");
            d.arrow(x + 110, 108, x + 110, memoryTop - 4, true);
        }
        int cell = 74;
        for (int i = 0; i < 10; i++) {
            d.cell(60 + i * cell, memoryTop, cell, 40, i == 4 ? "mark" : "plain", i == 4 ? "80804000" : "");
        }
        d.code(60, memoryTop + 62, "int[]");
        d.small(116, memoryTop + 62, "one pixel, one int, no padding", "start");

        int x = 60 + 4 * cell;
        String[] names = {"a", "r", "g", "b"};
        String[] values = {"80", "80", "40", "00"};
        String[] bits = {"31–24", "23–16", "15–8", "7–0"};
        int part = 62;
        int partLeft = x + cell / 2 - 2 * part;
        d.line(x, memoryTop + 40, partLeft, memoryTop + 92);
        d.line(x + cell, memoryTop + 40, partLeft + 4 * part, memoryTop + 92);
        for (int i = 0; i < 4; i++) {
            d.cell(partLeft + i * part, memoryTop + 92, part, 34, names[i], names[i] + " " + values[i]);
            d.small(partLeft + i * part + part / 2, memoryTop + 142, bits[i], "middle");
        }
        d.small(partLeft + 4 * part + 14, memoryTop + 114, "colours are multiplied by alpha", "start");

        d.title(60, 350, "StandardImage.canvas(w, h)");
        d.small(60, 372, "the same pixel in the buffer: straight r, g, b, a", "start");
        String[] straight = {"ff", "80", "00", "80"};
        for (int i = 0; i < 4; i++) {
            d.cell(480 + i * part, 338, part, 34, i == 3 ? "a" : RGB[i], (i == 3 ? "a" : RGB[i]) + " " + straight[i]);
        }
        d.small(480 + 4 * part + 14, 360, "hexadecimal", "start");
        return d;
    }

    /** Strided views of a 4×3 image, and one component of pixels. */
    private static Drawing views() {
        Drawing d = new Drawing(860, 466, "Crop, flip, rotation and component as offsets and strides on one memory");
        d.title(30, 34, "One memory");
        for (int i = 0; i < 12; i++) {
            d.cell(160 + i * 44, 14, 44, 32, column(i), String.valueOf(i), opacity(i));
        }
        grid(d, 30, 86, "image", "4×3", 4, 3, 0, 1, 4);
        grid(d, 310, 86, "crop(1, 1, 2, 2)", "2×2", 2, 2, 5, 1, 4);
        grid(d, 590, 86, "flipLeftRight()", "4×3", 4, 3, 3, -1, 4);
        grid(d, 30, 256, "rotate90()", "3×4", 3, 4, 3, 4, -1);
        grid(d, 310, 256, "select(\"::2\", \"::2\")", "2×2", 2, 2, 0, 2, 8);

        d.title(590, 256, "component(\"g\")");
        for (int i = 0; i < 12; i++) {
            int x = 590 + i % 6 * 40;
            int y = 272 + i / 6 * 34;
            d.cell(x, y, 40, 34, RGB[i % 3], String.valueOf(i), i % 3 == 1 ? 1 : 0.3);
        }
        d.small(590, 362, "of an RGB image of 2×2:", "start");
        for (int i = 0; i < 4; i++) {
            d.cell(590 + i % 2 * 40, 376 + i / 2 * 34, 40, 34, "g", String.valueOf(1 + 3 * i));
        }
        d.code(690, 398, "offset 1");
        d.code(690, 420, "strides 3, 6");
        return d;
    }

    private static void grid(
            Drawing d, int x, int y, String name, String size, int w, int h, int offset, int stride, int line) {
        d.title(x, y, name);
        for (int row = 0; row < h; row++) {
            for (int col = 0; col < w; col++) {
                int index = offset + row * line + col * stride;
                d.cell(x + col * 36, y + 16 + row * 34, 36, 34, column(index), String.valueOf(index), opacity(index));
            }
        }
        int side = x + w * 36 + 14;
        d.small(side, y + 36, size, "start");
        d.code(side, y + 58, "offset " + offset);
        d.code(side, y + 80, "strides");
        d.code(side, y + 100, (stride + ", " + line).replace('-', '−'));
    }

    private static String column(int index) {
        return new String[] {"r", "a", "b", "g"}[index % 4];
    }

    private static double opacity(int index) {
        return new double[] {1, 0.6, 0.3}[index / 4];
    }

    /** YV12: planes of different sizes one after the other. */
    private static Drawing planar() {
        Drawing d = new Drawing(860, 390, "A planar image of 4×4 pixels: a luma plane and two chroma planes of half the size");
        d.title(30, 34, "4×4 pixels");
        for (int i = 0; i < 16; i++) {
            d.cell(30 + i % 4 * 40, 50 + i / 4 * 40, 40, 40, "plain", "");
        }
        for (int i = 0; i < 4; i++) {
            d.outline(30 + i % 2 * 80, 50 + i / 2 * 80, 80, 80);
        }
        d.small(30, 234, "2×2 pixels share", "start");
        d.small(30, 252, "one Cr and one Cb", "start");
        d.arrow(204, 130, 244, 130, false);

        d.title(262, 34, "plane(\"y\")  4×4");
        for (int i = 0; i < 16; i++) {
            d.cell(262 + i % 4 * 40, 50 + i / 4 * 40, 40, 40, "pad", "y" + i);
        }
        d.title(492, 34, "plane(\"cr\")  2×2");
        d.title(682, 34, "plane(\"cb\")  2×2");
        for (int i = 0; i < 4; i++) {
            d.cell(492 + i % 2 * 56, 50 + i / 2 * 56, 56, 56, "r", "cr" + i);
            d.cell(682 + i % 2 * 56, 50 + i / 2 * 56, 56, 56, "b", "cb" + i);
        }
        d.small(492, 190, "sample (x, y) belongs to the pixels", "start");
        d.small(492, 208, "(2x, 2y) to (2x + 1, 2y + 1)", "start");

        int y = 308;
        d.title(30, y - 14, "Buffer, 24 bytes");
        for (int k = 0; k < 24; k++) {
            String kind = k < 16 ? "pad" : k < 20 ? "r" : "b";
            String text = k < 16 ? "y" + k : k < 20 ? "cr" + (k - 16) : "cb" + (k - 20);
            d.cell(30 + k * 33, y, 33, 34, kind, text);
        }
        d.code(30, y + 56, "0");
        d.code(30 + 16 * 33, y + 56, "w·h");
        d.code(30 + 20 * 33, y + 56, "w·h·5/4");
        return d;
    }

    /** Straight and premultiplied colours. */
    private static Drawing alpha() {
        Drawing d = new Drawing(860, 366, "Straight colours, what premultiplied memory stores, and what is read back");
        d.title(150, 34, "straight, written");
        d.title(430, 34, "premultiplied memory");
        d.title(690, 34, "straight, read");
        int[][] colors = {{255, 128, 0, 255}, {255, 128, 0, 128}, {200, 100, 50, 10}, {255, 128, 0, 0}};
        String[] notes = {"opaque: the same", "half: nearly kept", "faint: coarse", "transparent: gone"};
        for (int i = 0; i < colors.length; i++) {
            int y = 56 + i * 70;
            int[] straight = colors[i];
            int[] stored = new int[4];
            int[] read = new int[4];
            for (int c = 0; c < 3; c++) {
                stored[c] = (straight[c] * straight[3] + 127) / 255;
                read[c] = straight[3] == 0 ? 0 : Math.min(255, (stored[c] * 255 + straight[3] / 2) / straight[3]);
            }
            stored[3] = straight[3];
            read[3] = straight[3];
            d.small(30, y + 19, notes[i].substring(0, notes[i].indexOf(':')) + ":", "start");
            d.small(30, y + 36, notes[i].substring(notes[i].indexOf(':') + 2), "start");
            pixel(d, 150, y, straight);
            d.arrow(352, y + 22, 418, y + 22, false);
            pixel(d, 430, y, stored);
            d.arrow(632, y + 22, 678, y + 22, false);
            pixel(d, 690, y, read);
            if (i == 1) {
                d.small(385, y + 12, "× a / 255", "middle");
                d.small(655, y + 12, "× 255 / a", "middle");
            }
        }
        d.small(30, 346, "r, g, b, a; rounded to nearest. The protocol always speaks straight.", "start");
        return d;
    }

    private static void pixel(Drawing d, int x, int y, int[] values) {
        int width = x > 600 ? 38 : 48;
        for (int c = 0; c < 4; c++) {
            d.cell(x + c * width, y, width, 44, c == 3 ? "a" : RGB[c], String.valueOf(values[c]));
        }
    }

    /** What Images.transfer does. */
    private static Drawing transfer() {
        Drawing d = new Drawing(860, 500, "How Images.transfer decides between sharing, copying and failing");
        int mid = 250;
        d.box(mid - 160, 20, 320, 40, "mark");
        d.codeMiddle(mid, 45, "Images.transfer(image, T.class, copy)");
        String[] questions = {
            "Is copy ALWAYS?",
            "Is the image a T, or does it wrap one?",
            "Can a T use this memory?",
            "Is copy NEVER?"
        };
        String[][] answers = {
            {"yes", "a", "copied", "shared() false, reason() present"},
            {"yes", "g", "shared: that same object", "shared() true, reason() empty"},
            {"yes", "g", "shared: a new T on the same memory", "shared() true, reason() empty"},
            {"yes", "r", "CopyRequiredException", "the message has the reason"}
        };
        for (int i = 0; i < 4; i++) {
            int y = 92 + i * 84;
            d.arrow(mid, y - 32, mid, y - 3, false);
            if (i > 0) {
                d.small(mid + 10, y - 16, "no", "start");
            }
            d.box(mid - 160, y, 320, 50, "plain");
            d.text(mid, y + 30, questions[i]);
            d.arrow(mid + 160, y + 25, 476, y + 25, false);
            d.small(443, y + 18, answers[i][0], "middle");
            d.box(480, y, 350, 50, answers[i][1]);
            d.bold(655, y + 21, answers[i][2], "middle");
            d.small(655, y + 40, answers[i][3], "middle");
        }
        int y = 92 + 4 * 84;
        d.arrow(mid, y - 34, mid, y - 3, false);
        d.small(mid + 10, y - 16, "no: IF_NEEDED", "start");
        d.box(mid - 160, y, 320, 50, "a");
        d.bold(mid, y + 21, "copied", "middle");
        d.small(mid, y + 40, "reason() and losses() have the details", "middle");
        d.small(480, y + 20, "shared: one memory.", "start");
        d.small(480, y + 39, "Each side reads what the other writes.", "start");
        return d;
    }

    /** An SVG under construction. Boxes have classes, so that the style sheet decides on colours. */
    private static final class Drawing {
        private static final String STYLE = String.join(
                "\n",
                "text{font:14px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1f2328}",
                ".t{font-weight:600;font-size:15px}",
                ".s{font-size:12.5px;fill:#59636e}",
                ".c{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:13px}",
                ".l{fill:none;stroke:#818b98;stroke-width:1.3}",
                ".h{fill:#818b98}",
                ".o{fill:none;stroke:#1f2328;stroke-width:2.2}",
                ".card{fill:#fff;stroke:#d1d9e0}",
                ".plain{fill:#fff;stroke:#818b98}",
                ".pad{fill:#eaeef2;stroke:#818b98}",
                ".mark{fill:#fff1c2;stroke:#9a6700}",
                ".r{fill:#ffd8d3;stroke:#cf222e}",
                ".g{fill:#cdf2d5;stroke:#1a7f37}",
                ".b{fill:#d0e5ff;stroke:#0969da}",
                ".a{fill:#ecdffd;stroke:#8250df}",
                ".cr{fill:none;stroke:#cf222e;stroke-width:1.2}",
                ".cg{fill:none;stroke:#1a7f37;stroke-width:1.2}",
                ".cb{fill:none;stroke:#0969da;stroke-width:1.2}",
                "@media (prefers-color-scheme:dark){",
                "text{fill:#e6edf3}",
                ".s{fill:#9198a1}",
                ".l{stroke:#768390}",
                ".h{fill:#768390}",
                ".o{stroke:#e6edf3}",
                ".card{fill:#0d1117;stroke:#3d444d}",
                ".plain{fill:#161b22;stroke:#656c76}",
                ".pad{fill:#2a313c;stroke:#656c76}",
                ".mark{fill:#4a3703;stroke:#d29922}",
                ".r{fill:#5d1a1d;stroke:#ff7b72}",
                ".g{fill:#12431f;stroke:#56d364}",
                ".b{fill:#0d3566;stroke:#79c0ff}",
                ".a{fill:#3b2466;stroke:#d2a8ff}",
                ".cr{stroke:#ff7b72}",
                ".cg{stroke:#56d364}",
                ".cb{stroke:#79c0ff}",
                "}");

        private final List<String> lines = new ArrayList<>();

        Drawing(int width, int height, String description) {
            add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">",
                    width, height, width, height);
            add("<title>%s</title>", escape(description));
            add("<style>%n%s%n</style>".replace("%n", "\n"), STYLE);
            add("<rect class=\"card\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>", width - 1, height - 1);
        }

        void cell(int x, int y, int width, int height, String kind, String text) {
            cell(x, y, width, height, kind, text, 1);
        }

        void cell(int x, int y, int width, int height, String kind, String text, double opacity) {
            add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s/>", kind, x, y, width, height,
                    opacity == 1 ? "" : String.format(Locale.ROOT, " fill-opacity=\"%.1f\"", opacity));
            if (!text.isEmpty()) {
                label(x + width / 2, y + height / 2 + 5, text, "c", "middle");
            }
        }

        void box(int x, int y, int width, int height, String kind) {
            add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>", kind, x, y, width, height);
        }

        void outline(int x, int y, int width, int height) {
            add("<rect class=\"o\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", x, y, width, height);
        }

        void line(int x1, int y1, int x2, int y2) {
            add("<path class=\"l\" d=\"M%d %dL%d %d\"/>", x1, y1, x2, y2);
        }

        void curve(int x1, int y1, int x2, int y2, String color) {
            int middle = (y1 + y2) / 2;
            add("<path class=\"c%s\" d=\"M%d %dC%d %d %d %d %d %d\"/>", color, x1, y1, x1, middle, x2, middle, x2, y2);
        }

        /** A horizontal or vertical arrow to the right or down. */
        void arrow(int x1, int y1, int x2, int y2, boolean both) {
            line(x1, y1, x2, y2);
            head(x2, y2, x1 == x2, 1);
            if (both) {
                head(x1, y1, x1 == x2, -1);
            }
        }

        private void head(int x, int y, boolean vertical, int sign) {
            if (vertical) {
                int tip = y + (sign > 0 ? 3 : 0);
                add("<path class=\"h\" d=\"M%d %dl-5 %dh10z\"/>", x, tip, -9 * sign);
            } else {
                add("<path class=\"h\" d=\"M%d %dl%d -5v10z\"/>", x + 3, y, -9 * sign);
            }
        }

        void title(int x, int y, String text) {
            label(x, y, text, "t", "start");
        }

        void bold(int x, int y, String text, String anchor) {
            label(x, y, text, "t", anchor);
        }

        void text(int x, int y, String text) {
            label(x, y, text, "n", "middle");
        }

        void small(int x, int y, String text, String anchor) {
            label(x, y, text, "s", anchor);
        }

        void code(int x, int y, String text) {
            label(x, y, text, "c", "start");
        }

        void codeMiddle(int x, int y, String text) {
            label(x, y, text, "c", "middle");
        }

        private void label(int x, int y, String text, String kind, String anchor) {
            add("<text class=\"%s\" x=\"%d\" y=\"%d\"%s>%s</text>", kind, x, y,
                    anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"", escape(text));
        }

        private void add(String format, Object... values) {
            lines.add(String.format(Locale.ROOT, format, values));
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;");
        }

        String text() {
            return String.join("\n", lines) + "\n</svg>\n";
        }
    }
}
