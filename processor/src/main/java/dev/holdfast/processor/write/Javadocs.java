package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The Javadoc of a generated class: what protects its methods, in numbers; and of a method where that differs. */
public final class Javadocs {

    /** In full: ECJ takes an import that only a comment needs for one that nothing needs. */
    static final CodeBlock KEYS = CodeBlock.of("""
            Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
            {@link $L}.
            """, RuntimeNames.OVERRIDE_KEYS.canonicalName());

    static final CodeBlock CONSTRUCTOR = CodeBlock.of("Creates a client with the default context.\n");

    static final CodeBlock CONSTRUCTOR_WITH_CONTEXT = CodeBlock.of("Creates a client with a context of your own.\n");

    static final CodeBlock FACTORY = CodeBlock.of("Returns a builder for a client with policies of your own.\n");

    static final CodeBlock BUILDER = CodeBlock.of("Configures a client. Not thread-safe.\n");

    static final CodeBlock CONTEXT_SETTER = CodeBlock.of("Sets the context, in place of the default one.\n");

    static final CodeBlock FALLBACK_SETTER = CodeBlock.of("Sets the client that answers failed calls. Required.\n");

    static final CodeBlock BUILD = CodeBlock.of("Builds the client.\n");

    static final CodeBlock ANSWERS = CodeBlock.of("Reads the status of answers, and the waits that they name.\n");

    /** What stands before the text of a comment: in a class, and in a class nested in it. */
    private static final int CLASS = " * ".length();

    static final int MEMBER = "     * ".length();
    static final int NESTED_MEMBER = "         * ".length();

    /** What stands before each line of a list's item but the first. */
    private static final String ITEM = "      ";

    /** They stay on the line of their number. */
    private static final Set<String> UNITS = Set.of("ns", "us", "ms", "s", "min", "h", "d");

    private final DecoratorModel model;

    /** The policies of the interface, the outermost first; of two of a kind the one that more methods have. */
    private final List<PolicyModel> common;

    /** The waits of the methods that have just these. */
    private final String waits;

    Javadocs(DecoratorModel model) {
        this.model = model;
        List<Protection> protections = MethodModel.protections(model.allMethods());
        this.common = common(protections);
        this.waits = mostFrequent(protections.stream()
                .filter(each -> each.policies().equals(common))
                .map(Protection::waits));
    }

    private List<PolicyModel> common(List<Protection> protections) {
        List<String> order = new ArrayList<>();
        protections.stream()
                .sorted(Comparator.comparingInt(each -> -each.policies().size()))
                .forEach(each -> addInOrder(each.policies(), order));
        List<PolicyModel> common = new ArrayList<>();
        for (String kind : order) {
            String variable = mostFrequent(protections.stream()
                    .flatMap(each -> each.policies().stream())
                    .filter(each -> each.onType() && each.annotation().equals(kind))
                    .map(PolicyModel::variable));
            model.policies().stream()
                    .filter(each -> each.variable().equals(variable))
                    .forEach(common::add);
        }
        return common;
    }

    private static void addInOrder(List<PolicyModel> policies, List<String> order) {
        int place = 0;
        for (PolicyModel policy : policies) {
            if (!order.contains(policy.annotation())) {
                order.add(place, policy.annotation());
            }
            place = order.indexOf(policy.annotation()) + 1;
        }
    }

    /** Returns the most frequent text, the first of several; an empty one without any. */
    private static String mostFrequent(Stream<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((left, right) -> left.getValue() >= right.getValue() ? left : right)
                .map(Map.Entry::getKey)
                .orElse("");
    }

    CodeBlock ofType() {
        ClassName client = model.declaration().interfaceName();
        ClassName policies = model.declaration().policies();
        CodeBlock with =
                client.equals(policies) ? CodeBlock.of("") : CodeBlock.of(" with the policies of {@link $T}", policies);
        CodeBlock.Builder doc = CodeBlock.builder();
        if (model.stub()) {
            return doc.add(
                            "A stub, because {@link $T} has errors.\n",
                            model.declaration().policies())
                    .build();
        }
        doc.add(
                "Protects calls to a {@link $T}$L$LThread-safe if the delegate is.\n",
                client,
                with,
                model.declaration().ofClass() == null ? ". " : ". It does not extend the class.\n");
        if (!common.isEmpty()) {
            doc.add(
                    "\n<p>Every method has $L, unless its own comment says otherwise:\n\n",
                    common.size() == 1 ? "this policy" : "these policies, outermost first");
            addList(common.stream().map(this::describe).toList(), CLASS, doc);
            if (!waits.isEmpty()) {
                doc.add("\n$L\n", wrapped("<p>" + waits, CLASS));
            }
        }
        if (model.hasPolicies()) {
            doc.add(
                    "\n<p>$L values.\n",
                    common.isEmpty()
                            ? "The comment of each method has its policies. The context may override their"
                            : "The context may override these");
        }
        if (!model.typeVariables().isEmpty()) {
            doc.add("\n").add(typeParameters(model));
        }
        return doc.build();
    }

    /** Nothing where a method has the policies of the class: the interface's comment holds for it. */
    CodeBlock ofMethod(MethodModel method, int indentation) {
        MethodModel.Protection protection = method.protection();
        CodeBlock.Builder doc = CodeBlock.builder();
        if (protection == null) {
            return doc.add(method.handedOut() == null ? "Not protected.\n" : "Not protected, but what it returns is.\n")
                    .build();
        }
        List<String> differences = differences(protection.policies());
        if (differences.size() == 1) {
            doc.add("$L\n", wrapped(Names.capitalized(differences.get(0)), indentation));
        } else if (!differences.isEmpty()) {
            doc.add(common.isEmpty() ? "Policies, outermost first:\n\n" : "Differs from the class:\n\n");
            addList(differences, indentation, doc);
        }
        if (!protection.waits().isEmpty() && !protection.waits().equals(waits)) {
            String start = differences.isEmpty() ? "" : "<p>";
            doc.add(start.isEmpty() ? "" : "\n").add("$L\n", wrapped(start + protection.waits(), indentation));
        }
        return doc.build();
    }

    private List<String> differences(List<PolicyModel> policies) {
        List<String> differences = new ArrayList<>();
        for (PolicyModel policy : policies) {
            if (!common.contains(policy)) {
                boolean replaces = common.stream().anyMatch(each -> isSameKind(each, policy));
                differences.add((replaces ? "its own " : common.isEmpty() ? "" : "also ") + describe(policy));
            }
        }
        for (PolicyModel policy : common) {
            if (policies.stream().noneMatch(each -> isSameKind(each, policy))) {
                differences.add("no {@code @" + policy.annotation() + "}.");
            }
        }
        return differences;
    }

    private static boolean isSameKind(PolicyModel one, PolicyModel other) {
        return one.annotation().equals(other.annotation());
    }

    private static void addList(List<String> items, int indentation, CodeBlock.Builder doc) {
        doc.add("<ul>\n");
        items.forEach(each -> doc.add(
                "  $L\n", wrapped("<li>" + each, indentation + ITEM.length()).replace("\n", "\n" + ITEM)));
        doc.add("</ul>\n");
    }

    /** {@code @Backoff} of {@code @PartnerApi}, and its description. */
    private String describe(PolicyModel policy) {
        boolean inherited = policy.onType()
                && !policy.holder()
                        .equals(String.join(".", model.declaration().policies().simpleNames()));
        return annotation(policy) + (inherited ? " on {@code " + policy.holder() + "}" : "") + ": "
                + escape(policy.description()) + ".";
    }

    private static String annotation(PolicyModel policy) {
        return "{@code @" + policy.annotation() + "}"
                + (policy.preset().isEmpty() ? "" : " of {@code @" + policy.preset() + "}");
    }

    static CodeBlock typeParameters(DecoratorModel model) {
        CodeBlock.Builder doc = CodeBlock.builder();
        model.typeVariables()
                .forEach(each -> doc.add(
                        "@param <$L> as in the $L\n",
                        each.name(),
                        model.declaration().ofClass() == null ? "interface" : "class"));
        return doc.build();
    }

    static CodeBlock setter(PolicyModel policy) {
        String text = "Replaces " + annotation(policy) + " on {@code " + policy.holder() + "}.";
        return CodeBlock.of("$L\n", wrapped(text, NESTED_MEMBER));
    }

    /** Breaks lines at blanks. */
    private static String wrapped(String text, int indentation) {
        int longest = SourceLayout.COLUMNS - indentation;
        StringBuilder wrapped = new StringBuilder(text.length() + 8);
        int column = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = endOfWord(text, start);
            if (column > 0 && column + 1 + end - start > longest) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(text, start, end);
            column += end - start;
            start = end + 1;
        }
        return wrapped.toString();
    }

    /** The next blank that is neither within a tag nor between a number and its unit. */
    private static int endOfWord(String text, int start) {
        int tags = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '{') {
                tags++;
            } else if (character == '}') {
                tags--;
            } else if (character == ' ' && tags <= 0 && !isUnit(text, i + 1)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isUnit(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return UNITS.contains(text.substring(start, end));
    }

    /** Text as it may stand in any Javadoc comment. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*", "&#42;")
                .replace("\\", "&#92;");
    }
}
