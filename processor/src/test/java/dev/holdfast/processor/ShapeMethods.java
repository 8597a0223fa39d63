package dev.holdfast.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random methods. */
final class ShapeMethods {

    /** The most type variables that an interface has. */
    static final int VARIABLES = 3;

    private final Random random;
    private final String far;
    private final ShapeNames names;
    private final ShapeTypes types;

    ShapeMethods(Random random, String far, ShapeNames names, ShapeTypes types) {
        this.random = random;
        this.far = far;
        this.names = names;
        this.types = types;
    }

    /** A method of an interface with any number of type variables. */
    public ShapeMethod next() {
        return next(VARIABLES - 1);
    }

    /** A method of an interface with so many type variables. */
    public ShapeMethod next(int interfaceVariables) {
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < interfaceVariables; i++) {
            variables.add("«" + i + "»");
        }
        String name = names.method();
        List<String> own = new ArrayList<>();
        List<String> declared = new ArrayList<>();
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            String variable = names.variable(own);
            declared.add(variable + types.bound(variable, own));
            own.add(variable);
        }
        variables.addAll(own);
        List<String> thrown = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            declared.add("X extends java.lang.Exception");
            thrown.add("X");
        }
        for (int i = random.nextInt(6) - 2; i > 0; i--) {
            thrown.add(exception());
        }
        // No class can implement just any of these.
        int least = List.of("clone", "finalize").contains(name) ? 1 : 0;
        String generics = declared.isEmpty() ? "" : "<" + String.join(", ", declared) + "> ";
        String returns = random.nextInt(5) == 0 ? "void" : types.any(variables);
        String annotations = annotations(name);
        String modifier = modifier();
        String parameters = parameters(variables, least);
        return new ShapeMethod(
                isOfEveryObject(name, parameters) ? "" : annotations,
                modifier,
                generics,
                returns,
                name + "(" + parameters + ")",
                thrown);
    }

    /** A policy on one of these is a mistake that is reported. */
    private static boolean isOfEveryObject(String name, String parameters) {
        return parameters.isEmpty()
                ? List.of("toString", "hashCode").contains(name)
                : name.equals("equals") && !parameters.contains(",");
    }

    private String parameters(List<String> variables, int least) {
        List<String> parameters = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 17 : least + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = names.parameter(taken);
            taken.add(name);
            boolean varargs = i == count - 1 && random.nextInt(4) == 0;
            String annotation = random.nextInt(12) == 0 ? "@java.lang.Deprecated " : "";
            parameters.add(annotation + types.any(variables) + (varargs ? "... " : " ") + name);
        }
        return String.join(", ", parameters);
    }

    private String modifier() {
        return switch (random.nextInt(16)) {
            case 0 -> "default ";
            case 1 -> "static ";
            case 2 -> "private ";
            default -> "";
        };
    }

    private String annotations(String name) {
        if (name.startsWith("exempt")) {
            return "";
        }
        return switch (random.nextInt(14)) {
            case 0 -> "@dev.holdfast.annotations.CircuitBreaker(failureThreshold = 900) ";
            case 1 -> "@java.lang.Deprecated ";
            default -> "";
        };
    }

    private String exception() {
        return List.of(
                        "java.io.IOException",
                        "java.io.EOFException",
                        "java.util.concurrent.TimeoutException",
                        "java.lang.InterruptedException",
                        far + ".Fail",
                        far + ".Busy",
                        "java.lang.Exception",
                        "java.lang.Error",
                        "java.lang.Throwable")
                .get(random.nextInt(9));
    }
}
