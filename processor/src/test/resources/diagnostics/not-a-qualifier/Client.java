package p;

import dev.holdfast.annotations.*;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
@interface Plain {}

@Qualifier
@interface Forgotten {}

@Qualifier
@Retention(RetentionPolicy.CLASS)
@interface Dropped {}

@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Numbered {
    int value();
}

@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Fine {}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = String.class)
interface Client {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = Plain.class)
interface WithPlain {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = Forgotten.class)
interface WithForgotten {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = Dropped.class)
interface WithDropped {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = Numbered.class)
interface WithNumbered {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = Fine.class)
interface WithFine {
    void call();
}

@Backoff
@Resilient(inject = Inject.JAKARTA, qualifier = int.class)
interface WithPrimitive {
    void call();
}

// expect: Client.java:30: error: [holdfast:not-a-qualifier] @Resilient.qualifier names String, which is no qualifier: it is no annotation. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
// expect: Client.java:48: error: [holdfast:not-a-qualifier] @Resilient.qualifier names Dropped, which is no qualifier: it is not kept until run time. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
// expect: Client.java:42: error: [holdfast:not-a-qualifier] @Resilient.qualifier names Forgotten, which is no qualifier: it is not kept until run time. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
// expect: Client.java:54: error: [holdfast:not-a-qualifier] @Resilient.qualifier names Numbered, which is no qualifier: it has attributes without a default. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
// expect: Client.java:36: error: [holdfast:not-a-qualifier] @Resilient.qualifier names Plain, which is no qualifier: it does not carry @jakarta.inject.Qualifier. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
// expect: Client.java:66: error: [holdfast:not-a-qualifier] @Resilient.qualifier names int, which is no qualifier: it is no annotation. Fix: write @Qualifier and @Retention(RUNTIME) on an annotation of your own without attributes.
