package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.imageop.Slice;
import org.junit.jupiter.api.Test;

/** Slices against CPython's evaluation of them. */
class SliceGoldenTest {

    @Test
    void P55_P56_P57_selectsAsPythonDoes() {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (String line : new String(GoldenData.bytes("slices.tsv"), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("#")) {
                continue;
            }
            cases++;
            String[] fields = line.split("\t");
            long length = Long.parseLong(fields[0]);
            long count = Long.parseLong(fields[5]);
            for (Slice slice : spellings(fields[1], fields[2], fields[3])) {
                Slice.Selection selection = slice.on(length);
                String found = selection.count() + " from " + (selection.count() == 0 ? "-" : selection.at(0));
                boolean right = found.equals(count + " from " + fields[4]);
                for (long k = 0; right && k < count; k++) {
                    long step = fields[3].equals("-") ? 1 : Long.parseLong(fields[3]);
                    right = selection.at(k) == Long.parseLong(fields[4]) + k * step;
                }
                if (!right) {
                    wrong.add("[" + slice + "] of " + length + ": " + found + ", not " + line);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isEqualTo(7872);
    }

    /** The same slice by each way to make it. */
    private static List<Slice> spellings(String start, String stop, String step) {
        List<Slice> slices = new ArrayList<>();
        String text = (start + ":" + stop + ":" + step).replace("-:", ":").replaceAll("-$", "");
        slices.add(Slice.parse(text));
        if (step.equals("-")) {
            slices.add(Slice.parse(text.substring(0, text.length() - 1)));
        }
        Slice plain = start.equals("-")
                ? (stop.equals("-") ? Slice.ALL : Slice.to(Long.parseLong(stop)))
                : stop.equals("-")
                        ? Slice.from(Long.parseLong(start))
                        : Slice.of(Long.parseLong(start), Long.parseLong(stop));
        slices.add(step.equals("-") ? plain : plain.by(Long.parseLong(step)));
        if (!start.equals("-") && !stop.equals("-") && !step.equals("-")) {
            slices.add(Slice.of(Long.parseLong(start), Long.parseLong(stop), Long.parseLong(step)));
        }
        return slices;
    }
}
