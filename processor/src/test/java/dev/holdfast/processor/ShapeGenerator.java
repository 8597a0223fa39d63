package dev.holdfast.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a package with one random annotated interface, its parents and what they speak of. The same seed gives the same
 * package. Most are right; the few that a compiler refuses are for the caller to leave out.
 */
final class ShapeGenerator {

    /** An interface, with the numbers of its type variables in place of their names in methods. */
    private record Parent(String name, List<String> variables, List<ShapeMethod> methods) {}

    private final Random random;
    private final String home;
    private final String far;
    private final ShapeNames names;
    private final ShapeTypes types;
    private final ShapeMethods methods;
    private int parents;
    private final Map<String, String> sources = new LinkedHashMap<>();

    private ShapeGenerator(long seed, String home) {
        random = new Random(seed);
        this.home = home;
        far = home + "far";
        names = new ShapeNames(random);
        List<String> own = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = names.type();
            own.add(home + "." + name);
            add(home, name, "class " + name + " {}");
        }
        types = new ShapeTypes(random, far, own);
        methods = new ShapeMethods(random, far, names, types);
    }

    /** The sources, by file. */
    static Map<String, String> generate(long seed, String home) {
        ShapeGenerator generator = new ShapeGenerator(seed, home);
        generator.addHelpers();
        generator.addClient();
        return generator.sources;
    }

    private void add(String in, String name, String text) {
        sources.put(in + "/" + name + ".java", "package " + in + ";\n\n" + text + "\n");
    }

    private void addHelpers() {
        add(far, "Id", """
                @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE,
                    java.lang.annotation.ElementType.TYPE_PARAMETER})
                public @interface Id {}
                """);
        add(far, "Kind", "public enum Kind { A, B { @Override public String toString() { return \"b\"; } } }");
        add(far, "Box", "public class Box<T> { public Box() {} public class In<U> { public In() {} } }");
        add(
                far,
                "Fail",
                "public class Fail extends Exception { private static final long serialVersionUID = 1; public Fail() {} }");
        add(far, "Busy", """
                public class Busy extends RuntimeException { private static final long serialVersionUID = 1;
                    public Busy() {} public int statusCode() { return 503; }
                }
                """);
        add(home, "Near", "interface Near {}");
    }

    private void addClient() {
        List<Parent> usable = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            usable.add(parent(usable));
        }
        List<String> variables = variables(3);
        String name = names.type();
        StringBuilder head = new StringBuilder();
        StringBuilder body = new StringBuilder();
        head.append(policies());
        String generics = declaration(variables);
        head.append(visibility()).append("interface ").append(name).append(generics);
        List<String> above = new ArrayList<>();
        for (Parent parent : usable) {
            if (random.nextInt(3) > 0) {
                above.add(inherit(parent, variables, body));
            }
        }
        head.append(above.isEmpty() ? "" : " extends " + String.join(", ", above))
                .append(" {\n");
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            body.append("    ")
                    .append(fill(methods.next().text(true), variables))
                    .append('\n');
        }
        body.append("    void last(int last);\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            String nested = names.type(plain(variables));
            body.append("    ")
                    .append(random.nextBoolean() ? "class " : "interface ")
                    .append(nested)
                    .append(" {}\n");
        }
        place(name, head + body.toString() + "}");
    }

    private String visibility() {
        return random.nextInt(3) == 0 ? "" : "public ";
    }

    /** Puts the interface at the top, or into other types. */
    private void place(String name, String text) {
        String suppressed = "@java.lang.SuppressWarnings({\"unchecked\", \"rawtypes\", \"overloads\", \"try\","
                + " \"deprecation\", \"removal\"})\n";
        String source = text;
        String top = name;
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            top = names.type();
            source = switch (random.nextInt(4)) {
                case 0 -> "public class " + top + " {\n" + source + "\n}";
                case 1 -> "public enum " + top + " {\nONE, TWO;\n" + source + "\n}";
                case 2 -> "public record " + top + "(int x) {\n" + source + "\n}";
                default -> "public interface " + top + " {\n" + source + "\n}";
            };
        }
        add(home, top, suppressed + source);
    }

    private String policies() {
        String text = random.nextInt(4) == 0
                ? "@dev.holdfast.annotations.CircuitBreaker(failureThreshold = 1000)\n"
                : "@dev.holdfast.annotations.Backoff(baseDelay = \"1ms\")\n"
                        + (random.nextBoolean()
                                ? "@dev.holdfast.annotations.CircuitBreaker(failureThreshold = 1000)\n"
                                : "");
        if (random.nextInt(3) == 0) {
            text += "@dev.holdfast.annotations.RateLimited(on = " + far + ".Busy.class)\n";
        }
        if (random.nextInt(3) == 0) {
            text += "@dev.holdfast.annotations.Bulkhead(maxWait = \"1ms\")\n";
        }
        if (random.nextInt(4) == 0) {
            // For nothing that a test throws.
            text += "@dev.holdfast.annotations.Fallback(on = java.lang.VirtualMachineError.class)\n";
        }
        return random.nextInt(12) == 0 ? text + "@java.lang.Deprecated\n" : text;
    }

    private Parent parent(List<Parent> others) {
        List<String> variables = variables(3);
        String name = "P" + parents++;
        List<ShapeMethod> own = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> methods.next(variables.size()))
                .collect(Collectors.toList());
        StringBuilder body = new StringBuilder();
        String above = "";
        if (!others.isEmpty() && random.nextInt(3) == 0) {
            above = " extends " + inherit(others.get(0), variables, body);
        }
        own.forEach(each ->
                body.append("    ").append(fill(each.text(false), variables)).append('\n'));
        boolean away = random.nextInt(3) == 0 && !body.toString().contains(home + ".") && !above.contains(home + ".");
        String text = "@java.lang.SuppressWarnings({\"unchecked\", \"rawtypes\", \"overloads\", \"deprecation\"})\n"
                + "public interface " + name + declaration(variables) + above + " {\n" + body + "}";
        add(away ? far : home, name, text);
        return new Parent((away ? far : home) + "." + name, variables, own);
    }

    /** Names an interface with arguments, and declares some of its methods again. */
    private String inherit(Parent parent, List<String> variables, StringBuilder body) {
        List<String> plain = plain(variables);
        List<String> arguments =
                parent.variables().stream().map(each -> argument(each, plain)).collect(Collectors.toList());
        for (ShapeMethod method : parent.methods()) {
            if (random.nextInt(3) == 0) {
                body.append("    ")
                        .append(fill(method.again(random), arguments))
                        .append('\n');
            }
        }
        return arguments.isEmpty() ? parent.name() : parent.name() + "<" + String.join(", ", arguments) + ">";
    }

    private String argument(String variable, List<String> variables) {
        String bound = variable.contains(" ") ? variable.substring(variable.indexOf(' ')) : "";
        if (bound.contains("Number") || bound.contains("Comparable")) {
            return "java.lang.Integer";
        }
        // A mark here and one on the variable would be two on one type.
        return bound.contains("List")
                ? "java.util.List<java.lang.Object>"
                : types.reference(variables).replaceAll("@\\S+Id ", "").replace("java.lang.Object", "java.lang.Number");
    }

    private static List<String> plain(List<String> variables) {
        return variables.stream().map(each -> each.split(" ")[0]).collect(Collectors.toList());
    }

    /** Type variables, with their bounds. */
    private List<String> variables(int most) {
        List<String> variables = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            String name = names.variable(plain);
            variables.add(name + types.bound(name, plain));
            plain.add(name);
        }
        return variables;
    }

    private static String declaration(List<String> variables) {
        return variables.isEmpty() ? "" : "<" + String.join(", ", variables) + ">";
    }

    /** Replaces numbers by names or arguments; what has no such variable becomes a string. */
    private static String fill(String text, List<String> values) {
        String filled = text;
        for (int i = 0; i < ShapeMethods.VARIABLES; i++) {
            String value = i < values.size() ? values.get(i) : "java.lang.String";
            boolean declared = value.contains(" extends ") && !value.contains("<? extends");
            String replacement = declared ? value.split(" ")[0] : value;
            if (replacement.contains(".")) {
                // A mark stands before a simple name only.
                filled = filled.replaceAll("@\\S+Id «" + i + "»", "«" + i + "»");
            }
            filled = filled.replace("«" + i + "»", replacement);
        }
        return filled;
    }
}
