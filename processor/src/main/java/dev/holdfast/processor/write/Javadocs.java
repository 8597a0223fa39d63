package dev.holdfast.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** The Javadoc of generated classes: what protects what, in numbers. */
public final class Javadocs {

    /** In full: ECJ takes an import that only a comment needs for one that nothing needs. */
    static final CodeBlock KEYS = CodeBlock.of("""
            How the keys of overrides begin, for the interface and for each method. They end with a constant of
            {@link $L}.
            """, RuntimeNames.OVERRIDE_KEYS.canonicalName());

    static final CodeBlock CONTEXT_SETTER = CodeBlock.of("""
            Sets the context: clock, random numbers, shared instances.

            @param holdfast the context
            @return this builder
            """);

    static final CodeBlock FALLBACK_SETTER = CodeBlock.of("""
            Sets the client that answers where a call has failed. There must be one.

            @param fallback what answers
            @return this builder
            """);

    static final CodeBlock BUILD = CodeBlock.of("""
            Makes the client.

            @return a client that protects the delegate
            """);

    private static final String ORDER = """
            <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
            of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.

            <p>The figures are the annotations'; overrides of the context may change them.

            <p>Safe for use by several threads if the delegate is.
            """;

    private static final String SETTER = """
            $L

            @param $L the instance
            @return this builder
            """;

    /** Length of a line of text, beside indentation and asterisk. */
    private static final int LINE = 104;

    private static final Pattern BLANK = Pattern.compile(" (?!(?:ns|us|ms|s|min|h|d)\\b)");

    private final IdentityHashMap<PolicyModel, CodeBlock> items = new IdentityHashMap<>();

    static CodeBlock ofType(DecoratorModel model) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "A {@link $T} that protects another one.\n",
                        model.declaration().interfaceName());
        if (model.stub()) {
            return doc.add("A stub, because the interface has errors.\n").build();
        }
        if (!model.policies().isEmpty()) {
            doc.add("\n<ul>\n");
            model.policies().forEach(policy -> doc.add(item(policy, true)));
            doc.add("</ul>\n\n");
        }
        doc.add(ORDER);
        return doc.add(typeParameters(model.typeVariables())).build();
    }

    private static CodeBlock typeParameters(List<TypeVariableName> variables) {
        CodeBlock.Builder doc = CodeBlock.builder();
        if (!variables.isEmpty()) {
            doc.add("\n");
        }
        variables.forEach(each -> doc.add("@param <$L> as in the interface\n", each.name()));
        return doc.build();
    }

    /** As a method has it: most methods have the same, which is worked out once. */
    private CodeBlock item(PolicyModel policy) {
        return items.computeIfAbsent(policy, each -> item(each, false));
    }

    private static CodeBlock item(PolicyModel policy, boolean withHolder) {
        String start = "<li>" + source(policy, withHolder) + ": ";
        return CodeBlock.of("  $L\n", wrapped(start + escape(policy.description()) + "."));
    }

    /** {@code @Backoff} of {@code @PartnerApi} on {@code Client.method}. */
    private static String source(PolicyModel policy, boolean withHolder) {
        return "{@code @" + policy.annotation() + "}"
                + (policy.preset().isEmpty() ? "" : " of {@code @" + policy.preset() + "}")
                + (withHolder ? " on {@code " + policy.holder() + "}" : "");
    }

    CodeBlock ofMethod(MethodModel method) {
        MethodModel.Protection protection = method.protection();
        if (protection == null) {
            return CodeBlock.of("Not protected: goes straight to the delegate.\n");
        }
        CodeBlock.Builder doc = CodeBlock.builder().add("Protected, from the outside in, by\n\n<ul>\n");
        protection.policies().forEach(policy -> doc.add(item(policy)));
        doc.add("</ul>\n");
        if (!protection.waits().isEmpty()) {
            doc.add("\n<p>$L\n", paragraph(protection.waits()));
        }
        return doc.build();
    }

    public static CodeBlock constructor(DecoratorModel model, boolean withContext) {
        return CodeBlock.builder()
                .add("Protects a delegate$L.\n\n", withContext ? "" : ", in the default context")
                .add("@param delegate what calls go to\n")
                .add(model.hasFallbackClient() ? "@param fallback what answers where a call has failed\n" : "")
                .add(withContext ? "@param holdfast the context: clock, random numbers, shared instances\n" : "")
                .build();
    }

    public static CodeBlock factory(DecoratorModel model) {
        return CodeBlock.builder()
                .add("Begins a client of which more than the context is set.\n\n")
                .add(typeParametersOnly(model))
                .add("@param delegate what calls go to\n@return a builder\n")
                .build();
    }

    public static CodeBlock builder(DecoratorModel model) {
        CodeBlock.Builder doc = CodeBlock.builder().add("Sets what a client is made of. Not for several threads.\n");
        return doc.add(typeParameters(model.typeVariables())).build();
    }

    private static CodeBlock typeParametersOnly(DecoratorModel model) {
        CodeBlock.Builder doc = CodeBlock.builder();
        model.typeVariables().forEach(each -> doc.add("@param <$L> as in the interface\n", each.name()));
        return doc.build();
    }

    static CodeBlock setter(PolicyModel policy) {
        return CodeBlock.of(
                SETTER,
                paragraph("Sets another instance in place of the one that " + source(policy, true) + " describes."),
                policy.variable());
    }

    private static String paragraph(String text) {
        return wrapped(text).replace("\n      ", "\n");
    }

    /** Breaks long lines at blanks, but not between a number and its unit. */
    private static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : BLANK.split(text, -1)) {
            if (column > 0 && column + word.length() > LINE) {
                wrapped.append("\n      ");
                column = 4;
            } else if (column > 0) {
                wrapped.append(' ');
            }
            wrapped.append(word);
            column += word.length() + 1;
        }
        return wrapped.toString();
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
