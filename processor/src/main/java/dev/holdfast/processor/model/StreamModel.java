package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import org.jspecify.annotations.Nullable;

/**
 * The names that the nested class for a library's stream uses.
 *
 * @param stream what methods return
 * @param parent what the nested class extends or implements
 * @param isInterface whether it implements it
 * @param subscribe the method of it that is told of a subscriber
 * @param subscriber what that takes
 * @param receiver what is subscribed to an attempt: a subscriber that the library takes as it is
 * @param signals the receiver's methods
 * @param subscription what a subscriber gets
 * @param context how a receiver hands on what its subscriber says about the call; null where the library has no such thing
 */
public record StreamModel(
        ClassName stream,
        ClassName parent,
        boolean isInterface,
        String subscribe,
        ClassName subscriber,
        ClassName receiver,
        Signals signals,
        Subscription subscription,
        @Nullable Context context) {

    /** The methods that a subscriber is told by. */
    public record Signals(String item, String failure, String completion) {

        public static final Signals USUAL = new Signals("onNext", "onError", "onComplete");
    }

    /**
     * The handle that a subscriber is given.
     *
     * @param demands whether it asks for items; otherwise they come as they are
     */
    public record Subscription(ClassName type, boolean demands) {}

    /**
     * The context of a call, which its subscriber has.
     *
     * @param type its type
     * @param method the subscriber's method that returns it
     * @param support the interface with that method; null where each subscriber has it
     */
    public record Context(
            ClassName type, String method, @Nullable ClassName support) {}
}
