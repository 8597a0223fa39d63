package p;

import dev.holdfast.annotations.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
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

    Flow.Publisher<String> publishPaginator(String text);

    Flow.Publisher<String> streamPaginator();

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

@Backoff
@Resilient(of = Slow.class)
interface SlowPolicy {}

@Backoff
@Resilient(of = Slow.class, className = "Own*", exempt = "lines")
interface OwnPolicy {
    @Backoff(maxAttempts = 2)
    Future<String> submit();
}
