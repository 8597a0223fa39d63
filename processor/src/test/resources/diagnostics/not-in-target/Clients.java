package p;

import dev.holdfast.annotations.*;
import java.util.List;

interface Base<T> {
    T load(String id);
}

interface Store extends Base<List<String>>, AutoCloseable {
    List<String> list(String prefix, int... sizes);

    <T extends Number> T sum(T first, List<? extends T> others);

    default void remove(String id) {}

    void close();
}

interface Shared {
    @Exempt
    void purge();

    @Backoff(maxAttempts = 2)
    void remove(String id);
}

@Backoff
@Resilient(of = Store.class)
interface StorePolicy extends Shared {

    @Backoff(maxAttempts = 2)
    Object load(String id);

    @Exempt
    void list(String prefix, int[] sizes);

    @Exempt
    Number sum(Number first, List<?> others);

    void close();

    String toString();

    @Exempt
    void lod(String id);

    @Exempt
    void list(String prefix);

    @Exempt
    default void remove(String id) {}

    static String nothing() {
        return "";
    }
}

class Part {
    public String load(String id) {
        return id;
    }

    public static Part create(String id) {
        return new Part();
    }

    protected void inside() {}

    void near() {}

    @Override
    public Part clone() {
        return new Part();
    }
}

@Backoff
@Resilient(of = Part.class)
interface PartPolicy {

    @Exempt
    void create(String id);

    @Exempt
    void inside();

    @Exempt
    void near();

    @Exempt
    Object clone();

    @Exempt
    void load();
}

// expect: Clients.java:83: error: [holdfast:not-in-target] PartPolicy.create(String) is static in Part, so it is not in the generated class and its settings have no effect. Fix: remove it.
// expect: Clients.java:86: error: [holdfast:not-in-target] PartPolicy.inside() is protected in Part, so it is not in the generated class and its settings have no effect. Fix: remove it.
// expect: Clients.java:89: error: [holdfast:not-in-target] PartPolicy.near() is package-private in Part, so it is not in the generated class and its settings have no effect. Fix: remove it.
// expect: Clients.java:92: error: [holdfast:not-in-target] PartPolicy.clone() is a method of Object in Part, so it is not in the generated class and its settings have no effect. Fix: remove it.
// expect: Clients.java:95: error: [holdfast:not-in-target] PartPolicy.load() is no method of Part, which has load(String), so its settings have no effect. Fix: write the name and the parameters as in Part, or remove it.
// expect: Clients.java:22: error: [holdfast:not-in-target] Shared.purge() is no method of Store, so its settings have no effect. Fix: write the name and the parameters as in Store, or remove it.
// expect: Clients.java:46: error: [holdfast:not-in-target] StorePolicy.lod(String) is no method of Store (did you mean load?), so its settings have no effect. Fix: write the name and the parameters as in Store, or remove it.
// expect: Clients.java:49: error: [holdfast:not-in-target] StorePolicy.list(String) is no method of Store, which has list(String, int[]), so its settings have no effect. Fix: write the name and the parameters as in Store, or remove it.
// expect: Clients.java:52: error: [holdfast:not-in-target] StorePolicy.remove(String) has a body, which never runs, because the generated class has only the methods of Store. Fix: remove the body; make it static if @Fallback names it.
// expect: Clients.java:28: error: [holdfast:no-policy] StorePolicy carries @Backoff, but it holds for no method of Store: each is exempt, has its own or sends nothing. Fix: remove it, or declare the methods to protect in StorePolicy, with policies of their own.
