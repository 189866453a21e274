package org.imageop.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the command depend on each other in one direction. */
class RoomsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.imageop.cli");

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.imageop.(**)").should().beFreeOfCycles().check(MAIN);
    }
}
