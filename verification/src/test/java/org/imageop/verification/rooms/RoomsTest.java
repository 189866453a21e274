package org.imageop.verification.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rooms of all modules above protocol-api, whose own test knows its rooms better: packages depend on each other one way,
 * modules too, and a facade stands alone.
 */
class RoomsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imageop");

    /** Packages are rooms, and so is what users catch, which needs no other. */
    private static SliceAssignment packagesOf(String module) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                if (name.equals(module) && type.isAssignableTo(Throwable.class)) {
                    return SliceIdentifier.of(type.getName());
                }
                return name.equals(module) || name.startsWith(module + ".")
                        ? SliceIdentifier.of(name)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + module;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"awt", "javafx", "imglib2", "imagej", "opencv", "imageio", "cli", "tck"})
    void packagesOfAModuleFormNoCircle(String module) {
        String root = "org.imageop." + module;
        assertThat(MAIN.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(root)))
                .hasSizeGreaterThan(4);
        slices().assignedFrom(packagesOf(root)).should().beFreeOfCycles().check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"awt", "javafx", "imglib2", "imagej", "opencv", "imageio"})
    void adaptersDoNotKnowOneAnotherNorThoseAbove(String module) {
        String[] others = java.util.stream.Stream.of(
                        "awt", "javafx", "imglib2", "imagej", "opencv", "imageio", "cli", "tck")
                .filter(other -> !other.equals(module))
                // files are decoded into BufferedImages: the one exception
                .filter(other -> !(module.equals("imageio") && other.equals("awt")))
                .map(other -> "org.imageop." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.imageop." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(MAIN);
    }

    @Test
    void nobodyReachesIntoTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.imageop", "org.imageop.color", "org.imageop.spi", "org.imageop.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.imageop.internal..")
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"awt", "javafx", "imglib2", "imagej", "opencv", "javacv"})
    void theFacadeOfAnAdapterStandsAlone(String module) {
        classes()
                .that()
                .resideInAPackage("org.imageop." + module)
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .haveSimpleNameEndingWith("Images")
                .orShould()
                .beAssignableTo(Throwable.class)
                .orShould()
                .haveSimpleName("SwapChain")
                .check(MAIN);
    }
}
