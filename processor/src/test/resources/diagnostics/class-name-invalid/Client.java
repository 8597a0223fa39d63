package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "com.acme.Safe*")
interface Client {
    void call();
}

// expect: Client.java:6: error: [holdfast:class-name-invalid] @Resilient.className of Client gives "com.acme.Safe*", which is not a Java name. Fix: write a simple class name; * stands for the interface's name.
// expect: Empty.java:6: error: [holdfast:class-name-invalid] @Resilient.className of Empty gives "", which is not a Java name. Fix: write a simple class name; * stands for the interface's name.
// expect: Keyword.java:6: error: [holdfast:class-name-invalid] @Resilient.className of Keyword gives "class", which is not a Java name. Fix: write a simple class name; * stands for the interface's name.
// expect: Restricted.java:6: error: [holdfast:class-name-invalid] @Resilient.className of Restricted gives "record", which is not allowed as the name of a class. Fix: write a simple class name; * stands for the interface's name.
// expect: Underscore.java:6: error: [holdfast:class-name-invalid] @Resilient.className of Underscore gives "_", which is not a Java name. Fix: write a simple class name; * stands for the interface's name.
// expect: Facades.java:12: error: [holdfast:class-name-invalid] @Resilient.interfaceName of DottedPolicy gives "a.B", which is not the name of an interface. Fix: write a simple name; * stands for the name of the class in of.
// expect: Facades.java:16: error: [holdfast:class-name-invalid] @Resilient.interfaceName of RecordedPolicy gives "record", which is not the name of an interface. Fix: write a simple name; * stands for the name of the class in of.
