package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor's options, {@code -Aholdfast.*}. */
public final class Options {

    private static final String PREFIX = "holdfast.";
    private static final String LINT = PREFIX + "lint";
    private static final String PRESETS = PREFIX + "presets";
    private static final String INJECT = PREFIX + "inject";
    private static final String WITH_CONTEXT = ",context";

    public static final Set<String> NAMES = Set.of(LINT, PRESETS, INJECT);

    /**
     * The defaults of interfaces without {@code inject}.
     *
     * @param framework the name of the constant of {@code Inject}
     * @param context whether the framework has a context
     */
    record Injection(String framework, boolean context) {}

    private final Map<String, String> values;

    public Options(Map<String, String> values) {
        this.values = values;
    }

    /** What becomes of lints; {@code warn} where the option says nothing that is known. */
    public Problems.LintLevel lints() {
        return Arrays.stream(Problems.LintLevel.values())
                .filter(level -> name(level).equals(value(LINT, "")))
                .findFirst()
                .orElse(Problems.LintLevel.WARN);
    }

    private static String name(Problems.LintLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** Qualified names of annotations that carry ours. */
    public List<String> presets() {
        return parts().filter(SourceVersion::isName).toList();
    }

    /** Which framework creates the classes; none where the option says nothing that is known. */
    Injection injection() {
        String framework = framework();
        boolean known = InjectionFramework.NAMES.contains(framework);
        return new Injection(
                known ? framework.toUpperCase(Locale.ROOT) : InjectionFramework.NONE,
                value(INJECT, "").endsWith(WITH_CONTEXT));
    }

    private String framework() {
        String value = value(INJECT, "");
        return value.endsWith(WITH_CONTEXT) ? value.substring(0, value.length() - WITH_CONTEXT.length()) : value;
    }

    /** Compilers give null for an option without a value. */
    private String value(String option, String byDefault) {
        String value = values.getOrDefault(option, byDefault);
        return value == null ? "" : value;
    }

    private Stream<String> parts() {
        return Arrays.stream(value(PRESETS, "").split(",")).map(String::strip).filter(Predicate.not(String::isEmpty));
    }

    /** Reports options that do not exist, and values that mean nothing. */
    public void check(JavaTypes java, Problems problems) {
        values.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && !NAMES.contains(key))
                .sorted()
                .forEach(key -> problems.printNow(
                        ProcessorDiagnostic.BAD_OPTION,
                        key,
                        Suggestion.of(key, NAMES),
                        NAMES.stream().sorted().map("-A"::concat).collect(Collectors.joining(" or "))));
        List<String> levels =
                Arrays.stream(Problems.LintLevel.values()).map(Options::name).toList();
        String lint = value(LINT, levels.get(0));
        if (!levels.contains(lint)) {
            problems.printNow(ProcessorDiagnostic.BAD_LINT_LEVEL, LINT, lint, Suggestion.of(lint, levels));
        }
        if (values.containsKey(INJECT) && !InjectionFramework.NAMES.contains(framework())) {
            problems.printNow(
                    ProcessorDiagnostic.BAD_INJECTION,
                    INJECT,
                    value(INJECT, ""),
                    Suggestion.of(framework(), InjectionFramework.NAMES));
        }
        parts().filter(name -> !isPreset(name, java))
                .forEach(name -> problems.printNow(ProcessorDiagnostic.BAD_PRESET, PRESETS, name));
    }

    /** An annotation that is not on this class path is none of this compilation's business: options are often shared. */
    private static boolean isPreset(String name, JavaTypes java) {
        TypeElement type = SourceVersion.isName(name) ? java.elements().getTypeElement(name) : null;
        return type == null ? SourceVersion.isName(name) : Placement.isPreset(type);
    }
}
