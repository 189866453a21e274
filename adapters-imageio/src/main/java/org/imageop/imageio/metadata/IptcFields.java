package org.imageop.imageio.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a block of IPTC-IIM, which agencies and older programs put captions and credits into. */
public final class IptcFields {
    private static final int MARK = 0x1c;
    private static final int HEAD = 5;
    private static final int APPLICATION = 2;

    /** Record versions, which are numbers, and the like; nobody looks for them. */
    private static final int VERSION = 0;

    private static final Map<Integer, String> NAMES = new LinkedHashMap<>();

    static {
        String names =
                "5 ObjectName,10 Urgency,15 Category,20 SupplementalCategories,25 Keywords,40 SpecialInstructions,"
                        + "55 DateCreated,60 TimeCreated,62 DigitalCreationDate,63 DigitalCreationTime,65 OriginatingProgram,"
                        + "70 ProgramVersion,80 By-line,85 By-lineTitle,90 City,92 Sub-location,95 Province-State,"
                        + "100 Country-PrimaryLocationCode,101 Country-PrimaryLocationName,103 OriginalTransmissionReference,"
                        + "105 Headline,110 Credit,115 Source,116 CopyrightNotice,118 Contact,120 Caption-Abstract,"
                        + "122 Writer-Editor";
        for (String each : names.split(",")) {
            String[] parts = each.split(" ");
            NAMES.put(Integer.valueOf(parts[0]), parts[1]);
        }
    }

    private IptcFields() {}

    /** The fields of the record of applications, in order: a text, or a list of texts of a field that is there several times. */
    public static Map<String, Object> of(byte[] block) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        int at = 0;
        while (at + HEAD <= block.length && block[at] == MARK) {
            int record = Byte.toUnsignedInt(block[at + 1]);
            int field = Byte.toUnsignedInt(block[at + 2]);
            int length = Byte.toUnsignedInt(block[at + 3]) << 8 | Byte.toUnsignedInt(block[at + 4]);
            at += HEAD;
            if (length > block.length - at) {
                break; // damaged, or longer than texts are
            }
            String text = Texts.decode(Arrays.copyOfRange(block, at, at + length));
            if (record == APPLICATION && field != VERSION) {
                found.computeIfAbsent(name(field), name -> new ArrayList<>()).add(text == null ? "" : text);
            }
            at += length;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        found.forEach((name, texts) -> fields.put(name, texts.size() == 1 ? texts.get(0) : List.copyOf(texts)));
        return fields;
    }

    private static String name(int field) {
        @Nullable String name = NAMES.get(field);
        return name == null ? "2:" + field : name;
    }
}
