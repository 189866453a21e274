package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data must be what others made, to the bit. */
class GoldenFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"conv.bin", "resize.bin", "slices.tsv", "pep.json", "palette.json"})
    void isAsRecorded(String file) throws NoSuchAlgorithmException {
        byte[] bytes = GoldenData.bytes(file);
        JsonNode recorded = GoldenData.index().get("files").get(file);
        assertThat(bytes).hasSize(recorded.get("bytes").intValue());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(recorded.get("sha256").textValue());
    }
}
