package org.imageop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rooms of this module and the way between them, which is one way. A room is a class of {@code org.imageop}, or a
 * whole package below it.
 */
class RoomsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imageop");

    /** The protocol itself: by the PEP an image gives lines, these give pixels, and each gives images again. */
    private static final Set<String> PROTOCOL =
            Set.of("ImageLike", "ImageMixin", "Line", "Pixel", "StandardImage", "Views");

    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.equals("org.imageop")) {
                // the interface's factories make the class that stands behind it
                return SliceIdentifier.of(name.equals("org.imageop.internal.buffer") ? "ImageBuffer" : name);
            }
            String file = type.getName().substring(name.length() + 1).replaceFirst("\\$.*", "");
            return SliceIdentifier.of(PROTOCOL.contains(file) ? "the protocol" : file);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    @Test
    void noWayBetweenRoomsIsACircle() {
        slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void packagesBelowFormNoCircle() {
        slices().matching("org.imageop.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void whatLiesBelowKnowsNoImageButTheCoreOfOne() {
        noClasses()
                .that()
                .resideInAPackage("org.imageop.internal..")
                .and()
                .resideOutsideOfPackage("org.imageop.internal.lookup")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.imageop.ImageLike")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.imageop.Images")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.imageop.StandardImage")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.imageop.spi..")
                .check(MAIN);
    }

    @Test
    void thePackageOfUsersHoldsNothingElse() {
        classes()
                .that()
                .resideInAPackage("org.imageop")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .doNotHaveSimpleName("module-info")
                .should()
                .haveModifier(JavaModifier.PUBLIC)
                .check(MAIN);
    }

    @Test
    void nothingButJavaBaseIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.imageop..", "java.io..", "java.lang..", "java.util..", "java.nio..", "org.jspecify..")
                .check(MAIN);
    }
}
