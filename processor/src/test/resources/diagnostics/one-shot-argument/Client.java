package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.*;
import java.util.stream.Stream;

@Backoff
interface Client {
    void upload(String name, InputStream content);

    void print(FileReader text);

    void all(Stream<String> lines, ListIterator<?> more);

    <T extends Iterator<String>> void generic(T each);

    void parts(Map<String, ? extends InputStream> parts, InputStream... more);

    void fineParts(Map<String, byte[]> parts, Optional<String> name, List<?> any);

    void fine(byte[] content, Iterable<String> lines, HttpRequest.BodyPublisher body);

    @Exempt
    void exempt(InputStream content);
}

@RateLimited
interface Limited {
    HttpResponse<String> upload(InputStream content);

    void notLimited(InputStream content);

    @Backoff(maxAttempts = 1)
    HttpResponse<String> once(InputStream content);
}
