package dev.holdfast.scenarios;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Quota, bulkhead and timeout of methods that return a stage. */
final class AsyncLimits {

    private AsyncLimits() {}

    static void run(Facts facts) {
        facts.about("async limits");
        World world = new World();
        Queue queue = new Queue();
        QueueClient client = new ResilientQueueClient(queue, world.holdfast());
        quota(facts, world, client, queue);
        bulkhead(facts, world, client, queue);
        timeout(facts, world, client, queue);
    }

    private static void quota(Facts facts, World world, QueueClient client, Queue queue) {
        CompletableFuture<Answer> first = client.paced("a");
        CompletableFuture<Answer> second = client.paced("b");
        CompletableFuture<Answer> third = client.paced("c");
        facts.stage(
                "fourth would wait too long",
                "limited: rate limiter 'QueueClient.paced' has used up its quota, retry after 1.5s",
                client.paced("d"));
        facts.check("one is sent at once", 1, queue.answerAll());
        facts.stage("first", "200 a", first);
        world.pass(Duration.ofMillis(500));
        facts.check("one more after half a second", 1, queue.answerAll());
        facts.stage("second", "200 b", second);
        facts.stage("third waits", "pending", third);
        world.pass(Duration.ofMillis(500));
        queue.answerAll();
        facts.stage("third after a second", "200 c", third);
    }

    private static void bulkhead(Facts facts, World world, QueueClient client, Queue queue) {
        CompletableFuture<Answer> inside = client.single("e");
        CompletableFuture<Answer> waiting = client.single("f");
        facts.check("one is sent", 1, queue.answerAll());
        facts.stage("had a place", "200 e", inside);
        CompletableFuture<Answer> patient = client.single("g");
        world.pass(Duration.ofSeconds(5));
        facts.stage(
                "waits no longer", "full: bulkhead 'QueueClient.single' is full (1 at once), retry after 5s", patient);
        facts.check("the next is sent", 1, queue.answerAll());
        facts.stage("had its turn", "200 f", waiting);
    }

    private static void timeout(Facts facts, World world, QueueClient client, Queue queue) {
        CompletableFuture<Answer> hurried = client.hurried("h");
        world.pass(Duration.ofSeconds(2));
        facts.check("first attempt cut", true, queue.last().isCancelled());
        world.pass(Duration.ofSeconds(4));
        facts.stage("too late twice", "timeout: QueueClient.hurried took longer than 3s", hurried);
    }

    /** The plain client, whose answers come when they are told to. */
    private static final class Queue implements QueueClient {

        private final Deque<String> requests = new ArrayDeque<>();
        private final Deque<CompletableFuture<Answer>> answers = new ArrayDeque<>();

        CompletableFuture<Answer> last() {
            return answers.getLast();
        }

        void answerNext() {
            answers.remove().complete(Step.answer(200, requests.remove()));
        }

        /** Answers all that are there, and says how many. */
        int answerAll() {
            int count = answers.size();
            for (int i = 0; i < count; i++) {
                answerNext();
            }
            return count;
        }

        @Override
        public CompletableFuture<Answer> paced(String request) {
            requests.add(request);
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            answers.add(answer);
            return answer;
        }

        @Override
        public CompletableFuture<Answer> single(String request) {
            return paced(request);
        }

        @Override
        public CompletableFuture<Answer> hurried(String request) {
            return paced(request);
        }
    }
}
