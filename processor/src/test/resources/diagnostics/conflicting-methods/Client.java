package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client extends Texts, Numbers {}

// expect: Bodies.java:6: error: [holdfast:conflicting-methods] Bodies has One.close() and Other.close(), which both have a body, so no class can implement it. Fix: declare the method in Bodies too.
// expect: Client.java:6: error: [holdfast:conflicting-methods] Client has Texts.get(String) and Numbers.get(String), which return String and int, so no class can implement it. Fix: let both return the same, or inherit one of them only.
// expect: Half.java:6: error: [holdfast:conflicting-methods] Half has One.close() and Abstract.close(), of which only the first has a body, so no class can implement it. Fix: declare the method in Half too.
// expect: Narrower.java:6: error: [holdfast:conflicting-methods] Narrower has Narrower.get(String) and Texts.get(String), which return Integer and String, so no class can implement it. Fix: let both return the same, or inherit one of them only.
