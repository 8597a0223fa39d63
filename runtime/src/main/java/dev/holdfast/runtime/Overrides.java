package dev.holdfast.runtime;

import dev.holdfast.runtime.generated.OverrideKeys;
import dev.holdfast.runtime.internal.unit.Quoted;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values that take the place of those in annotations, without compiling again. They are given to a context with
 * {@link HoldfastBuilder#overrides(Overrides)} and read whenever a generated client is made in it.
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder()
 *         .overrides(Overrides.systemProperties().orElse(Overrides.of(properties)))
 *         .build();
 * }</pre>
 *
 * <p>Keys, where the one further up wins:
 *
 * <pre>{@code
 * com.acme.GitHubClient/user/Backoff/maxAttempts = 2      for one method
 * com.acme.GitHubClient/Backoff/maxAttempts = 3           for what the annotation on the interface says
 * Backoff/maxAttempts = 4                                 for all annotations of all interfaces
 * }</pre>
 *
 * <p>The constants of {@link OverrideKeys} are the last part of such a key, those of {@code Keys} in a generated class the first.
 * Values are written as in annotations, lists with commas. {@code enabled} is an attribute of every policy: {@code false} takes
 * it away. A wrong value ends the construction of the client with an {@code IllegalArgumentException}, as does a key that means
 * nothing in a source whose keys can be listed. Immutable, and thread-safe if the source is.
 */
public final class Overrides {

    /** Names without it, such as TIMEOUT_VALUE, belong to others. */
    private static final String PREFIX = "HOLDFAST_";

    private final Function<String, @Nullable String> source;

    /** The keys of those sources that can tell, to look for such as mean nothing. */
    private final Supplier<Set<String>> keys;

    private Overrides(Function<String, @Nullable String> source, Supplier<Set<String>> keys) {
        this.source = source;
        this.keys = keys;
    }

    /**
     * Returns what a function says. Its keys can't be listed, so one that is misspelt goes unnoticed.
     *
     * @param source takes a key, returns its value or null
     * @return overrides from there
     */
    public static Overrides of(Function<String, @Nullable String> source) {
        return new Overrides(Objects.requireNonNull(source, "source"), Collections::emptySet);
    }

    /**
     * Returns what properties say, their defaults included.
     *
     * @param properties copied
     * @return overrides from there
     */
    public static Overrides of(Properties properties) {
        Map<String, String> copy = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            copy.put(key, properties.getProperty(key));
        }
        return new Overrides(copy::get, copy::keySet);
    }

    /**
     * Returns what the system properties say when a client is made.
     *
     * @return overrides from there
     */
    public static Overrides systemProperties() {
        return new Overrides(System::getProperty, () -> System.getProperties().stringPropertyNames());
    }

    /**
     * Returns what the environment says. The variable of a key is {@code HOLDFAST_} and the key, with {@code _} for every character that
     * is no ASCII letter or digit, or that in upper case: {@code HOLDFAST_COM_ACME_GITHUBCLIENT_USER_BACKOFF_MAXATTEMPTS}; or the key
     * itself, where a variable can have such a name. One whose name is misspelt goes unnoticed. One that two keys have in common, such as
     * those of methods that differ by case, is refused with both where a client is made that has the second.
     *
     * @return overrides from there
     */
    public static Overrides environment() {
        return environment(System::getenv);
    }

    static Overrides environment(Function<String, @Nullable String> variables) {
        Map<String, String> keys = new ConcurrentHashMap<>();
        return of(key -> {
            String value = variables.apply(key);
            for (int upper = 0; value == null && upper < 2; upper++) {
                String variable = variable(key, upper == 1);
                value = variables.apply(variable);
                String other = value == null ? null : keys.putIfAbsent(variable, key);
                if (other != null && !other.equals(key)) {
                    throw new IllegalArgumentException("Environment variable " + Quoted.name(variable)
                            + " stands for both " + Quoted.name(other) + " and " + Quoted.name(key)
                            + ": use another source for these, or variables in the keys' own upper and lower case");
                }
            }
            return value;
        });
    }

    private static String variable(String key, boolean upper) {
        StringBuilder name = new StringBuilder(key);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            if (!small && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
                name.setCharAt(i, '_');
            } else if (small && upper) {
                name.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return PREFIX + name;
    }

    /**
     * Returns what these overrides say, and for keys of which they say nothing, what others say. That is by key: one for a method
     * wins over one for its interface, whichever of the two it comes from.
     *
     * @param others what to ask next
     * @return the two together
     */
    public Overrides orElse(Overrides others) {
        Objects.requireNonNull(others, "others");
        return new Overrides(
                key -> {
                    String value = get(key);
                    return value == null ? others.get(key) : value;
                },
                () -> {
                    Set<String> all = new HashSet<>(keys());
                    all.addAll(others.keys());
                    return all;
                });
    }

    /**
     * Returns the value of a key.
     *
     * @param key such as {@code "GitHubClient/user/Backoff/maxAttempts"}
     * @return the value, or null for none
     */
    public @Nullable String get(String key) {
        return source.apply(key);
    }

    /**
     * Returns the keys that are known to have a value, so that a misspelt one is found.
     *
     * @return the keys; none where the source cannot list them
     */
    public Set<String> keys() {
        return keys.get();
    }
}
