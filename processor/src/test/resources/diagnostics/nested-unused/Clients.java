package p;

import dev.holdfast.annotations.*;
import java.io.IOException;

interface Cloud {
    Chat chat();

    Files files();

    Sealed sealed();

    Engine engine();

    Cloud with(String option);

    String ping() throws IOException;
}

interface Chat {
    Messages messages();

    String send(String text) throws IOException;
}

interface Messages {
    void delete(String id) throws IOException;
}

interface Files {
    String read(String name) throws IOException;
}

interface Other {
    String read(String name) throws IOException;
}

sealed interface Sealed permits Only {
    String read(String name) throws IOException;
}

final class Only implements Sealed {
    public String read(String name) {
        return name;
    }
}

class Engine {
    String run(String name) {
        return name;
    }
}

@Backoff
@Resilient(of = Cloud.class, nested = {Chat.class, Other.class, Sealed.class, Engine.class, int.class}, exempt = "engine")
interface WrongPolicy {}

@Backoff
@Resilient(nested = Chat.class)
interface OwnClient {
    String read(String name);
}

@Backoff
@Resilient(of = Cloud.class, nested = Cloud.class, className = "Fine*", exempt = "engine|sealed|Chat#send|Files#*")
interface FinePolicy {

    interface ChatSettings extends Chat {
        @Backoff(maxAttempts = 2)
        @Override
        Messages messages();
    }

    interface Unrelated {}
}

@Backoff
@Resilient(of = Cloud.class, nested = Chat.class, className = "Settings*", exempt = "Chat#sent|files|engine|sealed")
interface SettingsPolicy {

    interface One extends Chat {
        @Exempt
        String send(String text, int times);
    }

    @Backoff(maxAttempts = 2)
    interface Two extends Chat {}

    @Backoff(maxAttempts = 2)
    interface Three extends Files {}
}

@Backoff
@Fallback
@Resilient(of = Cloud.class, nested = Chat.class, className = "Second*", exempt = "files|engine|sealed|Messages#*")
interface SecondPolicy {}

interface Lead {
    Chat chat();

    Files files();
}

@Backoff
@Resilient(of = Lead.class)
interface LeadPolicy {}

@Backoff
@Resilient(of = Cloud.class, nested = Chat.class, className = "Third*", exempt = "files|engine|sealed|Messages#*")
interface ThirdPolicy {

    @Resilient(of = Chat.class, exempt = "send", keys = true)
    interface OfChat {
        @Backoff(maxAttempts = 2)
        String send(String text);

        @Exempt
        String sent(String text);
    }

    @Resilient(of = Files.class)
    interface OfFiles {}
}

// expect: Clients.java:104: error: [holdfast:no-policy] LeadPolicy carries @Backoff, but it holds for no method of Lead: they only return other clients, such as Chat. Fix: protect these too, with @Resilient(nested = …) that names Chat and others; or nested = Lead.class for all.
// expect: Clients.java:105: warning: [holdfast:unprotected-methods] methods of Lead return other clients, whose calls are not protected: chat, files. Fix: add what they return to nested, as in nested = Chat.class, or name them, as in exempt = "chat|files".
// expect: Clients.java:59: error: [holdfast:incomplete-setting] @Resilient.nested is set without of, so it has no effect. Fix: set of too, or remove nested.
// expect: Clients.java:94: error: [holdfast:fallback-unknown] @Fallback on SecondPolicy names no method, but a second client cannot answer for clients that methods return. Fix: name a default or static method, or remove nested.
// expect: Clients.java:87: error: [holdfast:not-in-target] SettingsPolicy.Two and SettingsPolicy.One both have settings for Chat, so those of SettingsPolicy.Two have no effect. Fix: write them in one interface.
// expect: Clients.java:83: error: [holdfast:not-in-target] SettingsPolicy.One.send(String, int) is no method of Chat, which has send(String), so its settings have no effect. Fix: write the name and the parameters as in Chat, or remove it.
// expect: Clients.java:90: error: [holdfast:not-in-target] SettingsPolicy.Three has settings for Files, which is no client that a method returns, so they have no effect. Fix: name Files in @Resilient(nested = …), or remove SettingsPolicy.Three.
// expect: Clients.java:78: error: [holdfast:pattern-unused] @Resilient.exempt has "Chat#sent", which is the name of no method of Cloud. Fix: write a method's name; * stands for any letters, and | separates names.
// expect: Clients.java:112: error: [holdfast:not-in-target] @Resilient.exempt is set on ThirdPolicy.OfChat, which only has settings for methods of Chat, so it has no effect. Fix: set it on the interface around ThirdPolicy.OfChat, or remove it.
// expect: Clients.java:112: error: [holdfast:not-in-target] @Resilient.keys is set on ThirdPolicy.OfChat, which only has settings for methods of Chat, so it has no effect. Fix: set it on the interface around ThirdPolicy.OfChat, or remove it.
// expect: Clients.java:118: error: [holdfast:not-in-target] ThirdPolicy.OfChat.sent(String) is no method of Chat (did you mean send?), so its settings have no effect. Fix: write the name and the parameters as in Chat, or remove it.
// expect: Clients.java:122: error: [holdfast:not-in-target] ThirdPolicy.OfFiles has settings for Files, which is no client that a method returns, so they have no effect. Fix: name Files in @Resilient(nested = …), or remove ThirdPolicy.OfFiles.
// expect: Clients.java:55: error: [holdfast:nested-unused] @Resilient.nested names Other, which no method of Cloud returns, nor of the other clients that are protected. Fix: name what a method returns, or remove it.
// expect: Clients.java:55: error: [holdfast:target-not-an-interface] @Resilient.nested names Sealed, which is sealed, so the generated class may not implement it. Fix: remove it.
// expect: Clients.java:55: error: [holdfast:target-not-an-interface] @Resilient.nested names Engine, which is a class, and only interfaces can be protected, and classes if of is one. Fix: name the interface of a client that a method returns.
// expect: Clients.java:55: error: [holdfast:target-not-an-interface] @Resilient.nested names int, which is no interface, and only interfaces can be protected, and classes if of is one. Fix: name the interface of a client that a method returns.
// expect: Clients.java:55: warning: [holdfast:unprotected-methods] methods of Cloud return other clients, whose calls are not protected: files, sealed. Fix: add what they return to nested, as in nested = Files.class, or name them, as in exempt = "files|sealed".
