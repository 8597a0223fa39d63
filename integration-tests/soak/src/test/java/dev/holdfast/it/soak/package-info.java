/**
 * Random load on generated clients, and what must hold afterwards whatever happened meanwhile.
 *
 * <p>{@link dev.holdfast.it.soak.SoakTest} runs rounds. In each, the kinds of load in {@link dev.holdfast.it.soak.Workload#ALL} drive the
 * clients of one {@link dev.holdfast.it.soak.World} against a {@link dev.holdfast.it.soak.HostileServer}, and a
 * {@link dev.holdfast.it.soak.Ledger} writes down all that goes in and comes out. Then the round waits until all is still, and asks
 * {@link dev.holdfast.it.soak.Invariants}. What is wrong is a {@link dev.holdfast.it.soak.Rule} that was broken.
 *
 * <p>A new policy gets an interface of its own below {@link dev.holdfast.it.soak.Client} and a line in {@link dev.holdfast.it.soak.World};
 * a new kind of load a class and a line in {@link dev.holdfast.it.soak.Workload#ALL}; a new way to answer a constant in
 * {@link dev.holdfast.it.soak.Behaviour}; something new that must hold a constant in {@link dev.holdfast.it.soak.Rule}, and who sees to it.
 *
 * <p>Nothing here depends on how fast the machine is: a rule compares the order of moments, never how long something took.
 */
package dev.holdfast.it.soak;
