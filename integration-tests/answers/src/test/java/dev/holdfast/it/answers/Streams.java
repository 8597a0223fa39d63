package dev.holdfast.it.answers;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A method for each kind of stream. */
interface Streams {
    Flux<Integer> flux();

    Flowable<Integer> flowable();

    io.reactivex.Flowable<Integer> flowable2();

    Observable<Integer> observable();

    io.reactivex.Observable<Integer> observable2();

    Multi<Integer> multi();

    Publisher<Integer> publisher();

    Flow.Publisher<Integer> flow();
}
