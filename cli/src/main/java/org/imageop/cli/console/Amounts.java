package org.imageop.cli.console;

import java.util.Locale;
import org.imageop.ImageSize;

/** Amounts as people read them. */
public final class Amounts {
    private Amounts() {}

    /** Bytes with a decimal unit: {@code 0 B}, {@code 999 B}, {@code 1.5 kB}, {@code 2.9 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes;
        String unit = "B";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            // 999.95 would be printed as 1000.0
            if (amount < 999.95) {
                break;
            }
            amount /= 1000;
            unit = next;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, unit);
    }

    /** A time in milliseconds: {@code 0.04 ms}, {@code 12.3 ms}. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 1_000_000 ? "%.2f ms" : "%.1f ms", nanos / 1e6);
    }

    public static String size(ImageSize size) {
        return size.width() + "×" + size.height();
    }

    /** {@code 1 file}, {@code 2 files}. */
    public static String count(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }
}
