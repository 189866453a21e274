package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.tck.engine.ContractTests;
import org.imageop.tck.image.ImageChecks;
import org.imageop.tck.result.Result;
import org.imageop.tck.result.RuleViolation;
import org.imageop.tck.source.ImageSource;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ImageContractTest {

    /** The least that an image is; a subclass makes a mistake. */
    private static class Plain implements ImageMixin {
        final StandardImage whole;

        Plain(Mode mode, int width, int height) {
            this.whole = StandardImage.of(mode, width, height);
        }

        @Override
        public Mode mode() {
            return whole.mode();
        }

        @Override
        public ImageSize size() {
            return whole.size();
        }

        @Override
        public ImageBuffer buffer() {
            return whole.buffer();
        }

        @Override
        public Map<String, Object> info() {
            return whole.info();
        }
    }

    /** Tests of an RGB image whose clip() is wrong, as a contract has them. */
    private static List<DynamicTest> tests(Map<String, String> suppressed) {
        ImageSource source = new ImageSource() {
            @Override
            public Set<Mode> modes() {
                return EnumSet.of(Mode.RGB);
            }

            @Override
            public Map<String, String> suppressed() {
                return suppressed;
            }

            @Override
            public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
                if (mode != Mode.RGB) {
                    throw new UnsupportedOperationException("RGB only, not " + mode);
                }
                return Optional.of(new Plain(mode, width, height) {
                    @Override
                    public void clip() {
                        whole.map(v -> 0);
                    }
                });
            }
        };
        return ContractTests.of(ImageChecks.list(source), "ImageContractTest")
                .flatMap(ImageContractTest::flat)
                .toList();
    }

    private static Stream<DynamicTest> flat(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(ImageContractTest::flat)
                : Stream.of((DynamicTest) node);
    }

    @Test
    void testsAreNamedByRuleCallAndImage() {
        assertThat(tests(Map.of()))
                .extracting(DynamicTest::getDisplayName)
                .contains(
                        "P-58 get(7,0) of a 7×5 RGB image",
                        "P-42 plane(\"r\") of a 1×6 RGB image",
                        "P-2 refusal of a 4×4 YV12 image")
                .allMatch(name -> name.matches("[PBTEALK]-\\d+ .+ of a -?\\d+×-?\\d+ \\w+ image"));
    }

    @Test
    void aFailureNamesRulePlaceExpectedFoundAndWhatToCheck() {
        DynamicTest clip = test(Map.of(), "P-39 clip() of a 7×5 RGB image");

        assertThatThrownBy(() -> clip.getExecutable().execute())
                .isInstanceOf(RuleViolation.class)
                .hasMessage(
                        "P-39 clip() of a 7×5 RGB image: component r of the image at (0,0)\n  expected: 255\n  found: 0\n"
                                + "  rule: clip() does nothing in all other modes\n"
                                + "  check: whether clip() asks for the mode YV12");
    }

    @Test
    void aSuppressedRuleIsAnAbortedTestWithItsReason() throws Throwable {
        Map<String, String> sample = Map.of("P-39", "clip is for another purpose here");

        DynamicTest notice = test(sample, "SUPPRESSED P-39: clip is for another purpose here");
        assertThatThrownBy(() -> notice.getExecutable().execute())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("clip is for another purpose here");

        for (DynamicTest other : tests(sample)) {
            if (!other.getDisplayName().equals(notice.getDisplayName())) {
                assertThat(other.getDisplayName()).doesNotContain("P-39");
                other.getExecutable().execute();
            }
        }
    }

    @Test
    void onlyRulesThatExistAreSuppressedAndOnlyWithAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tests(Map.of("P-999", "why not")))
                .withMessageContaining("P-999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tests(Map.of("P-39", " ")))
                .withMessageContaining("without a reason");
    }

    @Test
    void theTestsCannotBeOverridden() throws NoSuchMethodException {
        assertThat(Modifier.isFinal(ImageContract.class.getMethod("protocol").getModifiers()))
                .isTrue();
    }

    @Test
    void anImageThatDoesNotExistIsAFailureNotASkip() {
        ImageSource none = new ImageSource() {
            @Override
            public Set<Mode> modes() {
                return EnumSet.allOf(Mode.class);
            }

            @Override
            public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
                return Optional.empty();
            }
        };

        assertThat(ImageChecks.list(none).run())
                .filteredOn(result -> result.outcome() == Result.Outcome.FAILED)
                .hasSize(13 * 5)
                .allMatch(result -> result.rule().equals("P-2"));
    }

    @Test
    void oneMapThatNobodyCanChangeMayServeAllImages() {
        Map<String, Object> nothing = Map.of();
        ImageSource source = (mode, width, height) -> mode != Mode.L
                ? Optional.empty()
                : Optional.of(new Plain(mode, width, height) {
                    @Override
                    public Map<String, Object> info() {
                        return nothing;
                    }
                });

        assertThat(ImageChecks.list(source).run())
                .filteredOn(result -> result.rule().equals("P-25"))
                .hasSize(4)
                .allMatch(result -> result.outcome() == Result.Outcome.PASSED);
    }

    @Test
    void modesThatAreNotDeclaredAreThoseThatImagesAreMadeOf() {
        ImageSource source = (mode, width, height) -> switch (mode) {
            case L -> Optional.of(new Plain(mode, width, height));
            case RGB -> width == 7 ? Optional.of(new Plain(mode, width, height)) : Optional.empty();
            case CMYK -> throw new IllegalArgumentException("a mistake");
            default -> Optional.empty();
        };

        assertThat(source.modes()).containsExactlyInAnyOrder(Mode.L, Mode.RGB, Mode.CMYK);
        assertThat(ImageChecks.list(source).run())
                .filteredOn(result -> result.outcome() == Result.Outcome.FAILED)
                .extracting(Result::name)
                .containsExactlyInAnyOrder(
                        "P-2 making of a 1×1 RGB image",
                        "P-2 making of a 1×6 RGB image",
                        "P-2 making of a 5×1 RGB image",
                        "P-2 making of a 70×67 RGB image",
                        "P-2 making of a 1×1 CMYK image",
                        "P-2 making of a 1×6 CMYK image",
                        "P-2 making of a 5×1 CMYK image",
                        "P-2 making of a 7×5 CMYK image",
                        "P-2 making of a 70×67 CMYK image");
    }

    private static DynamicTest test(Map<String, String> sample, String name) {
        return tests(sample).stream()
                .filter(test -> test.getDisplayName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
