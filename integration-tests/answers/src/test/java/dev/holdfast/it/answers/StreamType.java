package dev.holdfast.it.answers;

import io.reactivex.rxjava3.core.BackpressureStrategy;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/**
 * A kind of stream: how a test subscribes to one.
 *
 * @param name of the method
 * @param stream the stream that the method returns, for a subscriber of Reactive Streams
 * @param demands whether a subscriber asks for items; otherwise they come as they are
 */
record StreamType(String name, Function<Streams, Publisher<Integer>> stream, boolean demands) {

    static final List<StreamType> ALL = List.of(
            new StreamType("flux", Streams::flux, true),
            new StreamType("flowable", Streams::flowable, true),
            new StreamType("flowable2", Streams::flowable2, true),
            new StreamType("observable", api -> api.observable().toFlowable(BackpressureStrategy.MISSING), false),
            new StreamType(
                    "observable2",
                    api -> api.observable2().toFlowable(io.reactivex.BackpressureStrategy.MISSING),
                    false),
            new StreamType("multi", api -> FlowAdapters.toPublisher(api.multi()), true),
            new StreamType("publisher", Streams::publisher, true),
            new StreamType("flow", api -> FlowAdapters.toPublisher(api.flow()), true));

    static List<StreamType> demanding() {
        return ALL.stream().filter(StreamType::demands).toList();
    }

    /** Subscribes, and asks for all items. */
    Items subscribe(Streams api) {
        return subscribe(api, Long.MAX_VALUE);
    }

    Items subscribe(Streams api, long demand) {
        Items items = new Items(demand);
        stream.apply(api).subscribe(items);
        return items;
    }

    @Override
    public String toString() {
        return name;
    }
}
