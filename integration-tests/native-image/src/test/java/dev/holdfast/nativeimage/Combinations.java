package dev.holdfast.nativeimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sources of a client for each of the 63 combinations of policies, and of a program that drives them and all other clients. */
final class Combinations {

    /** The program. */
    static final String EVERYTHING = "combinations.Everything";

    /** From the outside in. */
    private static final List<String> POLICIES = List.of(
            "@Fallback(\"instead\")",
            "@Backoff",
            "@RateLimited(on = Busy.class)",
            "@CircuitBreaker",
            "@Bulkhead",
            "@Timeout(\"1s\")");

    private static final String CLIENT = """
            package combinations;

            import dev.holdfast.annotations.*;
            import dev.holdfast.nativeimage.Busy;
            import java.io.IOException;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;

            %s
            interface %s {
                String call(String argument) throws IOException;

                CompletionStage<String> later(int argument);

                default String instead(String argument) {
                    return "instead of " + argument;
                }

                default CompletionStage<String> instead(int argument) {
                    return CompletableFuture.completedFuture("instead of answer " + argument);
                }
            }
            """;

    private static final String DRIVE = """
                    Combination.drive("%1$s", (service, holdfast) -> {
                        %1$s client = new Resilient%1$s(new %1$s() {
                            @Override
                            public String call(String argument) throws IOException {
                                return service.call(argument);
                            }

                            @Override
                            public CompletionStage<String> later(int argument) {
                                return service.later(argument);
                            }
                        }, holdfast);
                        return new Combination.Client(client::call, client::later);
                    });
            """;

    private static final String PROGRAM = """
            package combinations;

            import dev.holdfast.nativeimage.Combination;
            import dev.holdfast.nativeimage.Program;
            import dev.holdfast.nativeimage.StartUp;
            import dev.holdfast.scenarios.Main;
            import java.io.IOException;
            import java.util.concurrent.CompletionStage;

            public final class Everything {
                public static void main(String[] arguments) throws Exception {
                    if (arguments.length > 0) {
                        StartUp.main(arguments);
                        return;
                    }
                    Main.main(arguments);
                    Program.main(arguments);
            %s    }
            }
            """;

    private Combinations() {}

    /** By the names of the classes. */
    static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        StringBuilder drives = new StringBuilder();
        for (int set = 1; set < 1 << POLICIES.size(); set++) {
            List<String> chosen = chosen(set);
            String name = name(chosen);
            sources.put("combinations." + name, CLIENT.formatted(String.join("\n", chosen), name));
            drives.append(DRIVE.formatted(name));
        }
        sources.put(EVERYTHING, PROGRAM.formatted(drives));
        return sources;
    }

    private static List<String> chosen(int set) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < POLICIES.size(); i++) {
            if ((set >> i & 1) == 1) {
                chosen.add(POLICIES.get(i));
            }
        }
        return chosen;
    }

    /** {@code BackoffTimeoutClient}. */
    private static String name(List<String> chosen) {
        return chosen.stream()
                .map(each -> each.replaceAll("@(\\w+).*", "$1"))
                .collect(Collectors.joining("", "", "Client"));
    }
}
