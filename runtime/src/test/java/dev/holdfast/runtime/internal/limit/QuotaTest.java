package dev.holdfast.runtime.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.internal.limit.Quota.Place;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places of a quota: who has one at once, who waits how long, and what becomes of those given back. */
class QuotaTest {

    private static final long FOR_EVER = Nanos.MAX;

    private final VirtualTime time = new VirtualTime();

    /** Ten nanoseconds between places. */
    private Quota quota(int burst) {
        return new Quota(10, 100, burst, time);
    }

    private void advance(long nanos) {
        time.advance(Duration.ofNanos(nanos));
    }

    private static Place take(Quota quota, long longestWait) {
        Place place = quota.take(longestWait);
        assertThat(place).isNotNull();
        return place;
    }

    private static int takeAll(Quota quota) {
        int taken = 0;
        while (quota.tryTake()) {
            taken++;
        }
        return taken;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "10, 100, 10", "3, 100, 34", "7, 1, 1", "1, 31536000000000000, 31536000000000000"})
    void placesAreNeverCloserThanEvenlySpacedOnes(int permits, long per, long interval) {
        assertThat(Quota.interval(permits, per)).isEqualTo(interval);
    }

    @Test
    void callsAreSpacedEvenly() {
        Quota quota = quota(0);
        assertThat(takeAll(quota)).isEqualTo(1);
        advance(9);
        assertThat(quota.tryTake()).isFalse();
        advance(1);
        assertThat(takeAll(quota)).isEqualTo(1);
    }

    @Test
    void aBurstIsWhatMoreMayComeAtOnceAndIsRegainedInTime() {
        Quota quota = quota(3);
        assertThat(takeAll(quota)).isEqualTo(4);
        advance(20);
        assertThat(takeAll(quota)).isEqualTo(2);
        advance(1_000_000);
        assertThat(takeAll(quota)).isEqualTo(4);
    }

    @Test
    void theWaitIsKnownWhenThePlaceIsTaken() {
        Quota quota = quota(1);
        takeAll(quota);
        assertThat(take(quota, FOR_EVER).wait).isEqualTo(10);
        assertThat(take(quota, FOR_EVER).wait).isEqualTo(20);
        advance(5);
        assertThat(quota.waitAfter(0)).isEqualTo(25);
        assertThat(quota.waitAfter(25)).isZero();
        assertThat(take(quota, 25).wait).isEqualTo(25);
    }

    @Test
    void whoWouldWaitTooLongTakesNothing() {
        Quota quota = quota(0);
        takeAll(quota);
        assertThat(quota.take(9)).isNull();
        assertThat(take(quota, 10).wait).isEqualTo(10);
    }

    @Test
    void thePlaceThatWasGivenOutLastIsTheNextOneAgain() {
        Quota quota = quota(0);
        takeAll(quota);
        Place one = take(quota, FOR_EVER);
        Place two = take(quota, FOR_EVER);
        quota.giveBack(one);
        quota.giveBack(two);
        assertThat(quota.freed()).isZero();
        advance(15);
        assertThat(quota.tryTake()).isTrue();
    }

    @Test
    void aPlaceAmongOthersIsTakenByTheNextThatWouldHaveToWait() {
        Quota quota = quota(0);
        takeAll(quota);
        Place one = take(quota, FOR_EVER);
        take(quota, FOR_EVER);
        quota.giveBack(one);
        advance(4);
        assertThat(quota.waitAfter(0)).isEqualTo(6);
        assertThat(quota.take(5)).isNull();
        assertThat(take(quota, 6).time).isEqualTo(one.time);
        assertThat(quota.take(6)).isNull();
    }

    @Test
    void aPlaceWhoseTimeIsOverIsNobodys() {
        Quota quota = quota(0);
        takeAll(quota);
        Place one = take(quota, FOR_EVER);
        Place two = take(quota, FOR_EVER);
        quota.giveBack(one);
        advance(11);
        assertThat(take(quota, FOR_EVER).wait).isEqualTo(19);
        quota.giveBack(two);
        assertThat(quota.freed()).isEqualTo(1);
    }

    @Test
    void placesThatNobodyWantsAreForgotten() {
        Quota quota = quota(0);
        for (int i = 0; i < 1_000; i++) {
            take(quota, FOR_EVER);
            Place one = take(quota, FOR_EVER);
            take(quota, FOR_EVER);
            quota.giveBack(one);
            advance(30);
        }
        assertThat(quota.freed()).isLessThanOrEqualTo(1);
    }

    @Test
    void placesThatAreGivenBackWithoutAnybodyWaitingAreNotKept() {
        Quota quota = quota(2);
        for (int i = 0; i < 1_000; i++) {
            Place place = take(quota, 0);
            // Another comes behind it, so that it does not become the next one again.
            take(quota, 0);
            quota.giveBack(place);
            assertThat(quota.freed()).isLessThan(5);
            advance(20);
        }
    }
}
