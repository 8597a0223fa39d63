package dev.holdfast.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.holdfast.runtime.internal.context.PolicySettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the runtime, from its class files. */
class RuntimeRoomsTest {

    private static final String USERS = "dev.holdfast.runtime";

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(USERS);

    /** The doors: users build with them, they call the setups of generated code, and the engine does not know them. */
    private static final DescribedPredicate<JavaClass> DOOR = DescribedPredicate.describe(
            "are doors",
            type -> type.getPackageName().equals(USERS)
                    && outermost(type).getSimpleName().matches("\\w*Builder|Resilience|AsyncResilience"));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RuntimeRoomsTest::outermost).orElse(type);
    }

    private static final SliceAssignment ROOMS = new SliceAssignment() {
        @Override
        public String getDescription() {
            return "rooms";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName(), DOOR.test(type) ? "doors" : "");
        }
    };

    /** The one exception: a user's type has a static method that returns its builder. */
    @Test
    void roomsHaveNoCircles() {
        DescribedPredicate<JavaClass> contract = DescribedPredicate.describe(
                "contracts", type -> type.getPackageName().equals(USERS) && !DOOR.test(type));
        slices().assignedFrom(ROOMS)
                .should()
                .beFreeOfCycles()
                .ignoreDependency(contract, DOOR)
                .check(RUNTIME);
    }

    @Test
    void contractsForUsersDoNotKnowTheEngine() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are contracts", type -> type.getPackageName().equals(USERS) && !DOOR.test(type)))
                .should()
                .dependOnClassesThat(resideInAPackage(
                                "..internal.(breaker|limit|bulkhead|backoff|timeout|fallback|call|context|http)..")
                        .or(resideInAPackage("..generated..")))
                .check(RUNTIME);
    }

    @Test
    void onlyGeneratedCodeAndDoorsKnowTheSetups() {
        noClasses()
                .that(resideInAnyPackage("..internal..", "..event..", "..spi..", USERS))
                .and(not(DOOR))
                .should()
                .dependOnClassesThat(resideInAPackage("..generated.."))
                .check(RUNTIME);
    }

    @Test
    void extensionPointsKnowNothingElse() {
        classes()
                .that()
                .resideInAPackage("..spi..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("..spi.."))
                        .or(resideInAPackage("org.jspecify..")))
                .check(RUNTIME);
    }

    /** Few enough to read on one screen, beside two for each policy; what is more belongs into a room of its own. */
    @Test
    void usersSeeFewTypes() {
        Set<String> seen = new TreeSet<>();
        for (JavaClass type : RUNTIME) {
            if (type.getPackageName().equals(USERS) && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                seen.add(type.getName());
            }
        }
        Set<String> ofPolicies = typesOfPolicies();
        assertThat(seen).containsAll(ofPolicies);
        seen.removeAll(ofPolicies);
        assertThat(seen).hasSizeBetween(10, 17);
    }

    /** The interface that a setup builds, and the builder that the interface returns. */
    private static Set<String> typesOfPolicies() {
        Set<String> types = new TreeSet<>();
        for (JavaClass setup : RUNTIME) {
            if (setup.isAssignableTo(PolicySettings.class)) {
                for (JavaMethod build : setup.getMethods()) {
                    JavaClass policy = build.getRawReturnType();
                    if (build.getName().equals("build")
                            && policy.getPackageName().equals(USERS)) {
                        types.add(policy.getName());
                        types.add(policy.getMethod("builder").getRawReturnType().getName());
                    }
                }
            }
        }
        assertThat(types).isNotEmpty();
        return types;
    }
}
