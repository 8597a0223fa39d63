package dev.holdfast.processor;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A random method.
 *
 * @param annotations what stands before it where it is declared for a client
 * @param modifier default, static, private or nothing
 * @param generics its type variables, or nothing
 * @param returns its result
 * @param signature its name and parameters
 * @param thrown what it throws
 */
record ShapeMethod(
        String annotations, String modifier, String generics, String returns, String signature, List<String> thrown) {

    /** Its declaration, with policies of its own or without. */
    public String text(boolean policies) {
        boolean overridable = modifier.isEmpty() || modifier.equals("default ");
        String body = modifier.isEmpty() ? ";" : " { throw new java.lang.UnsupportedOperationException(); }";
        return (overridable ? exempt() : "")
                + (overridable && policies ? annotations : "")
                + (modifier + generics + returns + " " + signature + throwing(thrown) + body);
    }

    /** What is called so is so, wherever it is declared. */
    private String exempt() {
        return signature.startsWith("exempt") ? "@dev.holdfast.annotations.Exempt " : "";
    }

    /** Its declaration by an interface below: abstract, perhaps with a narrower result, perhaps throwing less. */
    public String again(Random random) {
        if (modifier.startsWith("static") || modifier.startsWith("private")) {
            return "";
        }
        boolean narrower = random.nextBoolean();
        String result = !narrower
                ? returns
                : switch (returns) {
                    case "java.lang.Object", "java.lang.CharSequence" -> "java.lang.String";
                    case "java.lang.Number" -> "java.lang.Integer";
                    default -> returns;
                };
        // Less than a default method throws, ECJ overlooks where an interface has both by name.
        boolean all = !modifier.isEmpty();
        List<String> less =
                thrown.stream().filter(each -> all || random.nextBoolean()).collect(Collectors.toList());
        return exempt() + generics + result + " " + signature + throwing(less) + ";";
    }

    private static String throwing(List<String> thrown) {
        return thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown);
    }
}
