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
 * Values in place of those in annotations, without recompiling. Set with {@link HoldfastBuilder#overrides(Overrides)},
 * and read whenever a generated client is created in that context, and by {@link Holdfast#reload()}.
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder()
 *         .overrides(Overrides.systemProperties().orElse(Overrides.of(properties)))
 *         .build();
 * }</pre>
 *
 * <p>Keys, in order of precedence:
 *
 * <pre>{@code
 * com.acme.GitHubClient/user/Backoff/maxAttempts = 2      for one method
 * com.acme.GitHubClient/Backoff/maxAttempts = 3           for what the annotation on the interface says
 * Backoff/maxAttempts = 4                                 for all annotations of all interfaces
 * }</pre>
 *
 * <p>The constants in {@code Keys} of a generated class are the first part of such a key, those of {@link OverrideKeys}
 * the last. Values are written as in annotations, lists with commas. {@code enabled} is an attribute of every policy:
 * {@code false} removes it. A wrong value fails the construction of the client with an {@code
 * IllegalArgumentException}, as does an unknown key in a source whose keys can be listed. Immutable, and thread-safe if
 * the source is.
 */
public final class Overrides {

    /** Without this prefix names such as TIMEOUT_VALUE could belong to other programs. */
    private static final String PREFIX = "HOLDFAST_";

    private final Function<String, @Nullable String> source;

    /** The keys of the sources that can list them, to find unknown ones. */
    private final Supplier<Set<String>> keys;

    private Overrides(Function<String, @Nullable String> source, Supplier<Set<String>> keys) {
        this.source = source;
        this.keys = keys;
    }

    /**
     * Returns overrides from a function. Its keys can't be listed, so a misspelt key goes unnoticed.
     *
     * @param source takes a key; returns its value, or null
     * @return the overrides
     */
    public static Overrides of(Function<String, @Nullable String> source) {
        return new Overrides(Objects.requireNonNull(source, "source"), Collections::emptySet);
    }

    /**
     * Returns overrides from properties, including their defaults.
     *
     * @param properties copied
     * @return the overrides
     */
    public static Overrides of(Properties properties) {
        Map<String, String> copy = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            copy.put(key, properties.getProperty(key));
        }
        return new Overrides(copy::get, copy::keySet);
    }

    /**
     * Returns overrides from the system properties at the time a client is created, or the context is told to reload.
     *
     * @return the overrides
     */
    public static Overrides systemProperties() {
        return new Overrides(System::getProperty, () -> System.getProperties().stringPropertyNames());
    }

    /**
     * Returns overrides from the environment. The variable of a key is {@code HOLDFAST_} and the key, with {@code _}
     * for every character but ASCII letters and digits, as it is or in upper case: {@code
     * HOLDFAST_COM_ACME_GITHUBCLIENT_USER_BACKOFF_MAXATTEMPTS}; or the key itself, where a variable can have such a
     * name. A misspelt name goes unnoticed. A variable of two keys, such as those of methods that differ only by case,
     * is an error when a client with the second key is created.
     *
     * @return the overrides
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
     * Returns these overrides, and those of others for all other keys. A key for a method takes precedence over a key
     * for its interface, whichever source it comes from.
     *
     * @param others the overrides with less precedence
     * @return both together
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
     * @param key the key
     * @return the value, or null without one
     */
    public @Nullable String get(String key) {
        return source.apply(key);
    }

    /**
     * Returns the keys of the sources that can list them.
     *
     * @return the keys
     */
    public Set<String> keys() {
        return keys.get();
    }
}
