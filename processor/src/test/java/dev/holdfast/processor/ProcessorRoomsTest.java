package dev.holdfast.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the processor, from its class files. */
class ProcessorRoomsTest {

    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.holdfast.processor");

    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public String getDescription() {
            return "rooms";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }
    };

    @Test
    void roomsHaveNoCircles() {
        slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(PROCESSOR);
    }

    /** So a model can be made and written without a compiler, and another front end only adds a reader. */
    @Test
    void modelsAndWritersHoldNoCompilerTypes() {
        noClasses()
                .that(resideInAPackage("..model.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("javax.lang.model.type..").or(resideInAPackage("javax.lang.model.util..")))
                .check(PROCESSOR);
        noClasses()
                .that(resideInAPackage("..write.."))
                .should()
                .dependOnClassesThat(resideInAPackage("..read..")
                        .or(resideInAPackage("..check.."))
                        .or(resideInAPackage("..policy..")))
                .check(PROCESSOR);
    }
}
