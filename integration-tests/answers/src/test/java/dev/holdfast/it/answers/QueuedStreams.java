package dev.holdfast.it.answers;

import dev.holdfast.annotations.Bulkhead;

/** One at a time; another may wait for five seconds. */
@Bulkhead(maxConcurrent = 1, maxWait = "5s")
interface QueuedStreams extends Streams {}
