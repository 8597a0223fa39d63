package com.acme;

abstract class Abstract implements java.util.function.Predicate<String> {}
