package dev.holdfast.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random types, as source, with every name in full so that nothing hides it. A type variable of the interface that is being
 * written stands as its number in angle quotes, to be filled in by its name, or by what an interface below gives for it.
 */
final class ShapeTypes {

    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "short", "int", "long", "float", "double", "char");
    private static final List<String> CLASSES = List.of(
            "java.lang.String",
            "java.lang.Object",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.CharSequence",
            "java.time.Duration",
            "java.lang.Runnable");

    private final Random random;
    private final String home;
    private final List<String> own;

    /**
     * For the interfaces of a package.
     *
     * @param home a package that has the annotation {@code Id} and the classes {@code Box<T>} with an inner class
     *     {@code In<U>}, and {@code Kind}
     * @param own more types that may be used
     */
    ShapeTypes(Random random, String home, List<String> own) {
        this.random = random;
        this.home = home;
        this.own = own;
    }

    /** Any type but void. */
    public String any(List<String> variables) {
        return any(variables, 3);
    }

    private String any(List<String> variables, int depth) {
        int kind = random.nextInt(12);
        if (kind < 2) {
            return marked(PRIMITIVES.get(random.nextInt(PRIMITIVES.size())));
        }
        if (kind == 2 && depth > 0) {
            String dimension = random.nextInt(4) == 0 ? " @" + home + ".Id []" : "[]";
            return any(variables, depth - 1) + dimension;
        }
        return reference(variables, depth);
    }

    /** Any type that may be a type argument. */
    public String reference(List<String> variables) {
        return reference(variables, 2);
    }

    private String reference(List<String> variables, int depth) {
        int kind = random.nextInt(14);
        if (kind < 4 && !variables.isEmpty()) {
            return marked(variables.get(random.nextInt(variables.size())));
        }
        if (kind < 8 || depth <= 0) {
            List<String> names = new ArrayList<>(CLASSES);
            names.addAll(own);
            names.add(home + ".Kind");
            return marked(names.get(random.nextInt(names.size())));
        }
        String first = argument(variables, depth - 1);
        return switch (kind) {
            case 8 -> marked("java.util.List<" + first + ">");
            case 9 -> marked("java.util.Map<" + first + ", " + argument(variables, depth - 1) + ">");
            case 10 -> marked("java.util.function.Function<" + first + ", " + argument(variables, depth - 1) + ">");
            case 11 -> home + ".Box<" + reference(variables, depth - 1) + ">.In<" + first + ">";
            case 12 -> reference(variables, depth - 1) + "[]";
            default -> marked("java.util.Map.Entry<" + first + ", " + argument(variables, depth - 1) + ">");
        };
    }

    private String argument(List<String> variables, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "?";
            case 1 -> "? extends " + bound(reference(variables, depth));
            case 2 -> "? super " + reference(variables, depth);
            default -> reference(variables, depth);
        };
    }

    /** Not Object: ECJ holds that for another type than an unbounded one, and JavaPoet writes no other. */
    private static String bound(String type) {
        return type.endsWith("java.lang.Object") || type.endsWith("Id Object") ? "java.lang.Number" : type;
    }

    /** A type with a mark before its simple name, now and then. */
    private String marked(String type) {
        if (random.nextInt(10) != 0) {
            return type;
        }
        int end = type.indexOf('<') < 0 ? type.length() : type.indexOf('<');
        int dot = type.lastIndexOf('.', end);
        return type.substring(0, dot + 1) + "@" + home + ".Id " + type.substring(dot + 1);
    }

    /** A bound for a type variable, with what parts it from the name; often none. */
    public String bound(String name, List<String> others) {
        return switch (random.nextInt(9)) {
            case 0 -> " extends java.lang.Comparable<" + name + ">";
            case 1 -> " extends java.lang.Number & java.lang.Comparable<? super " + name + ">";
            case 2 -> " extends java.lang.Comparable<" + name + "> & java.io.Serializable";
            case 3 -> others.isEmpty() ? "" : " extends " + others.get(0);
            case 4 -> " extends java.util.List<? super " + name + ">";
            case 5 -> " extends java.lang.Object";
            case 6 -> " extends @" + home + ".Id java.lang.Number";
            default -> "";
        };
    }
}
