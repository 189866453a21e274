package org.imageop.verification.proof.copies;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** That each text which a broken copy replaces stands in the library. The copies themselves run with the proofs. */
class TextsToBreakTest {
    @Test
    void everyTextToBreakIsThere() {
        assertThatCode(BrokenLibraries::all).doesNotThrowAnyException();
    }
}
