package p;

import dev.holdfast.annotations.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;

interface Part {
    String call(String text);
}

interface Result {
    String text();
}

abstract class PagesIterable implements Iterable<String> {}

interface Library {
    String call(String text);

    PagesIterable callPaginator(String text);

    SubmissionPublisher<String> publishPaginator(String text);

    SubmissionPublisher<String> streamPaginator();

    Stream<String> linesPaginator();

    Part part();

    Result result();

    Part open(String name) throws java.io.IOException;
}

interface Slow {
    String call();

    Future<String> submit();

    Stream<String> lines();
}

@Backoff
@Resilient(of = Library.class)
interface LibraryPolicy {}

@Backoff
@Resilient(of = Library.class, className = "Fine*", exempt = "*Paginator")
interface FinePolicy {
    @Exempt
    Part part();
}

class FilePage {
    public FilePage nextPage() {
        return this;
    }
}

interface ListPage {
    Iterable<String> iterateAll();
}

class LastPage {}

interface Paged {
    FilePage list(String text);

    java.util.concurrent.CompletionStage<ListPage> list();

    LastPage last();

    FilePage other(String text);
}

class Base {
    public String ping() {
        return "";
    }
}

class Derived extends Base implements Part {
    public String call(String text) {
        return text;
    }

    public Object anything(String text) {
        return text;
    }

    public Base base() {
        return this;
    }

    public Base with(String text) {
        return this;
    }

    public Part part() {
        return this;
    }

    public Lower lower(String text) {
        return new Lower();
    }
}

class Lower extends Derived {}

@Backoff
@Resilient(of = Paged.class)
interface PagedPolicy {
    @Exempt
    FilePage other(String text);
}

@Backoff
@Resilient(of = Derived.class, interfaceName = "Deriveds")
interface DerivedPolicy {}

@Backoff
@Resilient(
        of = Derived.class,
        className = "Whole*",
        nested = {Base.class, Part.class, Lower.class})
@SuppressWarnings("holdfast:target-has-interfaces")
interface WholePolicy {}

@Backoff
@Resilient(of = Slow.class)
interface SlowPolicy {}

@Backoff
@Resilient(of = Slow.class, className = "Own*", exempt = "lines")
interface OwnPolicy {
    @Backoff(maxAttempts = 2)
    Future<String> submit();
}

// expect: Clients.java:120: warning: [holdfast:unprotected-methods] methods of Derived return other clients, whose calls are not protected: base, with, part and 1 more. Fix: add what they return to nested, as in nested = Base.class, or name them, as in exempt = "base|with|part".
// expect: Clients.java:46: warning: [holdfast:unprotected-methods] methods of Library are forwarded unprotected, because their calls go on when they have returned, in a way that is not supported: callPaginator, publishPaginator, streamPaginator and 1 more. Fix: name them, as in exempt = "*Paginator", and protect what reads their answers.
// expect: Clients.java:46: warning: [holdfast:unprotected-methods] methods of Library return other clients, whose calls are not protected: part. Fix: add what they return to nested, as in nested = Part.class, or name them, as in exempt = "part".
// expect: Clients.java:139: error: [holdfast:future-method] Slow.submit() returns Future<String>, which does not signal its completion, so no failure can be retried or counted. Fix: return CompletableFuture, or the value itself, or leave it unprotected (@Exempt).
// expect: Clients.java:113: warning: [holdfast:unprotected-methods] methods of Paged return pages that fetch the next one themselves, which is not protected: list. Fix: call the method again with the token of the next page, and add @SuppressWarnings("holdfast:unprotected-methods").
// expect: Clients.java:132: warning: [holdfast:unprotected-methods] methods of Slow are forwarded unprotected, because their calls go on when they have returned, in a way that is not supported: submit, lines. Fix: name them, as in exempt = "submit|lines", and protect what reads their answers.
