package dev.holdfast.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.processor.Compiling;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.policy.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of members that come after a class is written, of which a processor that keeps to the rules has none. */
class LateMembersTest {

    /** Two rounds of ours in one of the compiler's; what is found in a type changes between them. */
    private static final class TwoRounds extends AbstractProcessor {

        private final List<String> texts;

        TwoRounds(String... texts) {
            this.texts = new ArrayList<>(List.of(texts));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.processingOver()) {
                Problems problems =
                        new Problems(processingEnv.getMessager(), Problems.LintLevel.WARN, Policies.DIAGNOSTICS);
                problems.addSources(round.getRootElements());
                LateMembers late = new LateMembers(problems::isSource, () -> false);
                JavaTypes java = new JavaTypes(processingEnv.getTypeUtils(), processingEnv.getElementUtils(), late);
                TypeElement api = java.elements().getTypeElement("p.C");
                PackageElement home = java.elements().getPackageOf(api);
                late.nextRound(false);
                late.begin();
                late.found(java.elements().getTypeElement("p.Reply"), home, (type, from) -> texts.remove(0));
                late.keep(api);
                late.nextRound(false);
                late.report(
                        java,
                        (type, read) ->
                                problems.report(ProcessorDiagnostic.LATE_MEMBERS, Position.of(read), type, read));
                problems.print();
            }
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "@Mark, '', 1",
        "@Mark, @SuppressWarnings(\"holdfast:late-members\"), 0",
        "@Deprecated, '', 0",
        "'', '', 0",
    })
    void whatHasChangedIsToldOnce(String onReply, String onApi, int messages) {
        String source = "package p; " + onApi + " interface C {} @interface Mark {}";
        List<String> changed = Compiling.messages(Compiling.compileWith(
                List.of(new TwoRounds("none", "a status")),
                List.of(),
                Compiling.sources("p.C", source, "p.Reply", "package p; " + onReply + " class Reply {}")));
        List<String> same = Compiling.messages(Compiling.compileWith(
                List.of(new TwoRounds("none", "none")),
                List.of(),
                Compiling.sources("p.C", source, "p.Reply", "package p; " + onReply + " class Reply {}")));

        assertThat(changed)
                .hasSize(messages)
                .allMatch(line -> line.startsWith("C.java:1: warning: [holdfast:late-members]")
                        && line.contains("members to Reply after C was read"));
        assertThat(same).isEmpty();
    }
}
