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

// expect: Client.java:13: warning: [holdfast:one-shot-argument] parameter content of Client.upload(String, InputStream) is InputStream, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:15: warning: [holdfast:one-shot-argument] parameter text of Client.print(FileReader) is FileReader, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:17: warning: [holdfast:one-shot-argument] parameter lines of Client.all(Stream<String>, ListIterator<?>) is Stream<String>, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:17: warning: [holdfast:one-shot-argument] parameter more of Client.all(Stream<String>, ListIterator<?>) is ListIterator<?>, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:19: warning: [holdfast:one-shot-argument] parameter each of Client.generic(T) is T, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:21: warning: [holdfast:one-shot-argument] parameter parts of Client.parts(Map<String, ? extends InputStream>, InputStream[]) is Map<String, ? extends InputStream>, which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:21: warning: [holdfast:one-shot-argument] parameter more of Client.parts(Map<String, ? extends InputStream>, InputStream[]) is InputStream[], which the first attempt uses up, so @Backoff cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
// expect: Client.java:33: warning: [holdfast:one-shot-argument] parameter content of Limited.upload(InputStream) is InputStream, which the first attempt uses up, so @RateLimited cannot send it again. Fix: take something that can be read again, such as byte[], List or a supplier, or leave the method unprotected (@Exempt).
