package dev.holdfast.runtime.internal.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The attributes of one policy's annotation, as overrides see them. A test compares them with the annotation. Immutable. */
public final class PolicyAttributes {

    /** The attribute that removes a policy. */
    static final String ENABLED = "enabled";

    private final String annotation;
    private final List<String> settings;
    private final List<String> fixed;

    private PolicyAttributes(String annotation, List<String> settings, List<String> fixed) {
        this.annotation = annotation;
        this.settings = settings;
        this.fixed = fixed;
    }

    /**
     * Returns the attributes that overrides can set.
     *
     * @param annotation the simple name of the annotation
     * @param settings in the order in which messages name them
     */
    public static PolicyAttributes of(String annotation, String... settings) {
        return new PolicyAttributes(annotation, Arrays.asList(settings), Collections.emptyList());
    }

    /** Adds the attributes that overrides can't set: names, and classes, which would need reflection. */
    public PolicyAttributes fixed(String... names) {
        return new PolicyAttributes(annotation, settings, Arrays.asList(names));
    }

    /** Returns the simple name of the annotation. */
    String annotation() {
        return annotation;
    }

    /** Returns the attributes that overrides can set, without {@link #ENABLED}. */
    List<String> settings() {
        return settings;
    }

    /** Returns the attributes that overrides can't set. */
    public List<String> fixed() {
        return fixed;
    }

    /** Returns the attributes that overrides can name, {@link #ENABLED} first. */
    List<String> overridable() {
        List<String> all = new ArrayList<>();
        all.add(ENABLED);
        all.addAll(settings);
        return all;
    }
}
