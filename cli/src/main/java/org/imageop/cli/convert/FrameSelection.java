package org.imageop.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.CommandFailure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The frames or pages to convert.
 *
 * @param ranges in this order; empty for all
 */
record FrameSelection(List<Range> ranges) {

    /** From one index to another, both included. */
    record Range(int first, int last) {}

    /** The first image alone. */
    static final FrameSelection FIRST = new FrameSelection(List.of(new Range(0, 0)));

    /** Reads {@code all}, {@code first}, or indices and ranges of them: {@code 0,2-5}. */
    static final class FromText implements ITypeConverter<FrameSelection> {
        @Override
        public FrameSelection convert(String text) {
            if (text.equalsIgnoreCase("all")) {
                return new FrameSelection(List.of());
            } else if (text.equalsIgnoreCase("first")) {
                return FIRST;
            }
            List<Range> ranges = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                ranges.add(range(text, part));
            }
            return new FrameSelection(List.copyOf(ranges));
        }

        private static Range range(String text, String part) {
            // nine digits are an int
            if (!part.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
                throw new TypeConversionException(
                        "\"" + text
                                + "\" does not select frames; expected all, first, or numbers from 0 on and ranges, as in 0,2-5");
            }
            String[] ends = part.split("-");
            Range range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            if (range.last < range.first) {
                throw new TypeConversionException(
                        "\"" + part + "\" ends before it begins; write " + range.last + "-" + range.first);
            }
            return range;
        }
    }

    /**
     * The selected frames of a file.
     *
     * @param shown the first frame that {@code all} means
     * @param count how many frames there are
     */
    List<Integer> of(Object file, int shown, int count) {
        if (ranges.isEmpty()) {
            return IntStream.range(shown, count).boxed().toList();
        }
        List<Integer> selected = new ArrayList<>();
        for (Range range : ranges) {
            if (range.last >= count) {
                throw new CommandFailure(file + ": has " + Amounts.count(count, "frame")
                        + ", which count from 0; there is no frame " + Math.max(range.first, count));
            }
            IntStream.rangeClosed(range.first, range.last).forEach(selected::add);
        }
        return selected;
    }
}
