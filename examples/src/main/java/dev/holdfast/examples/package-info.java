/**
 * The demo: an annotated client, the class generated for it, and a flaky server on loopback.
 *
 * <p>{@link dev.holdfast.examples.GitHubClient} and {@link dev.holdfast.examples.HttpGitHubClient} are what a user writes;
 * {@link dev.holdfast.examples.Demo} is the story; the rest makes trouble, watches and draws.
 */
@NullMarked
package dev.holdfast.examples;

import org.jspecify.annotations.NullMarked;
