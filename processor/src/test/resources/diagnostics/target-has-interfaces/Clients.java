package p;

import dev.holdfast.annotations.*;

interface Keys {
    String get(String key);
}

interface Lists {
    String push(String key);

    String pop(String key);
}

interface Other {
    String other();
}

class Redis implements Keys, Lists, Other {
    public String get(String key) {
        return key;
    }

    public String push(String key) {
        return key;
    }

    public String pop(String key) {
        return key;
    }

    public String pipeline(String key) {
        return key;
    }

    public String other() {
        return "";
    }

    public void close() {}
}

class Wide implements Other {
    public String other() {
        return "";
    }

    public String first() {
        return "";
    }

    public String second() {
        return "";
    }
}

@Backoff
@Resilient(of = Redis.class)
interface RedisPolicy {}

@Backoff
@Resilient(of = Redis.class, className = "Faked*", interfaceName = "Fakes")
interface NamedPolicy {}

@SuppressWarnings("holdfast:target-has-interfaces")
@Backoff
@Resilient(of = Redis.class, className = "Silent*")
interface SilentPolicy {}

@Backoff
@Resilient(of = Wide.class)
interface WidePolicy {}

class User {
    Fakes fakes = new FakedRedis(new Redis());
    String got = new ResilientRedis(new Redis()).get("") + new SilentRedis(new Redis()).pipeline("");
    String other = new ResilientWide(new Wide()).other();
}

// expect: Clients.java:58: warning: [holdfast:target-has-interfaces] Redis is a class, and what is generated for it is no Redis, but it implements interfaces with most of its calls: Lists, Keys, Other. Fix: name one of them in of; or set interfaceName for an interface of your own.
