package org.imageop.javafx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of this module and the way between them, which is one way. */
class RoomsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imageop.javafx");

    @Test
    void roomsFormNoCircle() {
        slices().matching("org.imageop.javafx.(*)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void roomsDoNotKnowTheFacade() {
        noClasses()
                .that()
                .resideInAPackage("org.imageop.javafx.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.imageop.javafx")
                .check(MAIN);
    }

    @Test
    void usersSeeNothingElse() {
        assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().equals("org.imageop.javafx"))
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName))
                .filteredOn(name -> !name.endsWith("-info"))
                .containsExactlyInAnyOrder("FxImages", "SwapChain");
    }
}
