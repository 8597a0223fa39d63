package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Allocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers-10. */
class ServiceLimitsTest {

    private static final String NONE = "none";
    private static final String MALFORMED = "malformed";

    private static void check(String rateLimit, @Nullable String policies, String wait) {
        long nanos = wait.equals(NONE)
                ? ServiceLimits.NO_WAIT
                : wait.equals(MALFORMED) ? RetryAfter.NONE : Long.parseLong(wait) * 1_000_000_000L;
        assertThat(ServiceLimits.waitNanos(rateLimit, policies)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // RateLimit                                | RateLimit-Policy | wait
                "\"default\";r=0;t=30                       |                  | 30",
                "\"default\";t=30;r=0                       |                  | 30",
                "\"default\";r=0;t=0                        |                  | 0",
                "\"default\"; r=0;  t=30                    |                  | 30",
                "default;r=0;t=30                           |                  | 30",
                "\"default\";r=50;t=30                      |                  | none",
                "\"default\";r=1;t=30                       |                  | none",
                "\"default\";t=30                           |                  | none",
                "\"default\"                                |                  | none",
                "\"default\";r=0                            |                  | none",
                "\"a\";r=0;t=30, \"b\";r=5;t=3600           |                  | 30",
                "\"a\";r=0;t=30, \"b\";r=0;t=3600           |                  | 3600",
                "\"a\";r=0;t=3600,\"b\";r=0;t=30            |                  | 3600",
                "\"a\";r=0;t=3600 , \"b\";r=0               |                  | 3600",
                "\"a\";r=0                                  | \"a\";q=100;w=60 | 60",
                "\"a\";r=0                                  | \"b\";w=9, \"a\";w=60 | 60",
                "\"a\";r=0                                  | a;w=60           | 60",
                "\"a\\\"\\\\\";r=0                          | \"a\\\"\\\\\";w=60 | 60",
                "\"a\";r=0                                  | \"A\";w=60       | none",
                "\"a\";r=0                                  | \"a\";q=60       | none",
                "\"a\";r=0;t=5                              | \"a\";q=10;w=60  | 5",
                "\"a\";r=0;t=5, \"b\";r=0                   | \"b\";w=60       | 60",
                "\"a\";r=7                                  | \"a\";w=60       | none",
                "\"a\";r=0                                  | \"a\";w=         | malformed",
                "\"a\";r=0;t=5                              | \"a\";w=         | 5",
                "\"a\";r=7                                  | ,                | none",
                "\"a\";r=0;t=31536000                       |                  | 31536000",
                "\"a\";r=0;t=31536001                       |                  | malformed",
                "\"a\";r=0;t=999999999999999                |                  | malformed",
                "\"a\";r=0;r=1;t=30                         |                  | none",
                "\"a\";r=1;r=0;t=30                         |                  | 30",
                "\"a\";r=0;t=9;pk=:cHsdsRa894==:            |                  | 9",
                "\"a\";r=0;t=9;pk=::                        |                  | 9",
                "\"a\";r=0;t=9;qu=\"requests\"              |                  | 9",
                "\"a\";r=0;t=9;x                            |                  | 9",
                "\"a\";x;r=0;t=9                            |                  | 9",
                "\"a\";r=0;t=9;x=?0;y=?1                    |                  | 9",
                "\"a\";r=0;t=9;x=-5;y=1.5;z=-0.123          |                  | 9",
                "\"a\";r=0;t=9;x=123456789012.123           |                  | 9",
                "\"a\";r=0;t=9;x=@1659578233;y=@-5          |                  | 9",
                "\"a\";r=0;t=9;x=%\"f%c3%bc\"               |                  | 9",
                "\"a\";r=0;t=9;x=token/*:                   |                  | 9",
                "\"a\";r=0;t=9;*x-_.*5=1                    |                  | 9",
            })
    void namesTheWaitOfThePoliciesThatAreUsedUp(String rateLimit, @Nullable String policies, String wait) {
        check(rateLimit, policies, wait);
    }

    @Test
    void blanksAroundAreNoPartOfTheFieldAndTokensHaveManyCharacters() {
        check(" \t\"a\";r=0;t=30 \t", null, "30");
        check("\"a\";r=0;t=30\t,\t\"b\";r=0;t=40", null, "40");
        check("", null, NONE);
        check("  ", null, NONE);
        check("*a:b/c!#$%&'*+-.^_`|~5;r=0;t=30", null, "30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                ";",
                ";r=0",
                "5",
                "5;r=0;t=9",
                "1.5;r=0;t=9",
                ":YQ==:;r=0;t=9",
                "?1;r=0;t=9",
                "@5;r=0;t=9",
                "%\"a\";r=0;t=9",
                "(\"a\");r=0;t=9",
                "(\"a\";r=0;t=9)",
                "\"a",
                "\"a\\",
                "\"a\\b\";r=0;t=9",
                "\"a\u00e4\";r=0;t=9",
                "\"a\n\";r=0;t=9",
                "\"a\u007f\";r=0;t=9",
                "'a';r=0;t=9",
                "\u00e4;r=0;t=9",
                "\"a\" ;r=0;t=9",
                "\"a\";r=0;t=9,",
                "\"a\";r=0;t=9, ",
                "\"a\";r=0;t=9,,\"b\"",
                "\"a\";r=0;t=9 \"b\"",
                "\"a\";r=0;t=9;",
                "\"a\";;r=0;t=9",
                "\"a\";\tr=0;t=9",
                "\"a\";r=0;t=9;R=5",
                "\"a\";r=0;t=9;5=5",
                "\"a\";r =0;t=9",
                "\"a\";r= 0;t=9",
                "\"a\";r=;t=9",
                "\"a\";r=-;t=9",
                "\"a\";r;t=9",
                "\"a\";r=-1;t=9",
                "\"a\";r=0.0;t=9",
                "\"a\";r=\"0\";t=9",
                "\"a\";r=zero;t=9",
                "\"a\";r=?0;t=9",
                "\"a\";r=0;t=-9",
                "\"a\";r=0;t=9.5",
                "\"a\";r=0;t=+9",
                "\"a\";r=0;t=1234567890123456",
                "\"a\";r=0;t=9;w=1h",
                "\"a\";r=0;t=9;x=1234567890123.1",
                "\"a\";r=0;t=9;x=1.1234",
                "\"a\";r=0;t=9;x=1.",
                "\"a\";r=0;t=9;x=1e5",
                "\"a\";r=0;t=9;x=@1.5",
                "\"a\";r=0;t=9;x=@",
                "\"a\";r=0;t=9;x=?2",
                "\"a\";r=0;t=9;x=?",
                "\"a\";r=0;t=9;x=:a",
                "\"a\";r=0;t=9;x=:a-:",
                "\"a\";r=0;t=9;x=%a",
                "\"a\";r=0;t=9;x=%\"%C3\"",
                "\"a\";r=0;t=9;x=%\"%c\"",
                "\"a\";r=0;t=9;x=%\"%",
                "\"a\";r=0;t=9;x=%\"a",
                "\"a\";r=0;t=9;x=\"a",
                "\"a\";r=0;t=9;x=(a)",
                "\"a\";r=\u0660;t=9",
                "limit=100, remaining=0, reset=9",
                "100",
                "100, 100;w=60",
            })
    void anythingMalformedMakesTheFieldUnreadable(String rateLimit) {
        check(rateLimit, null, MALFORMED);
    }

    @Test
    void sixteenMembersAreReadAndTheLongestOfThemCounts() {
        String sixteen = "a;r=0;t=30, " + "b;r=0;t=9, ".repeat(14) + "c;r=0;t=20";
        check(sixteen, null, "30");
        check(sixteen + ", d;r=0;t=40", null, "30");
        check(sixteen + ", d;r=junk", null, "30");
        check(sixteen + " junk", null, "30");
        check("a;r=0;t=30, junk;;", null, MALFORMED);
    }

    @Test
    void sixteenPoliciesAreKnown() {
        String fifteen = "b;w=9, ".repeat(15);
        check("a;r=0", fifteen + "a;w=60", "60");
        check("a;r=0", fifteen + "b;w=9, a;w=60", NONE);
        check("a;r=0, b;r=0", fifteen + "b;w=9, a;w=60", "9");
        check("a;r=0;t=7", fifteen + "b;w=9, a;w=60", "7");
    }

    @Test
    void sixteenParametersAreRead() {
        String fourteen = ";x".repeat(14);
        check("a" + fourteen + ";r=0;t=30", null, "30");
        check("a" + fourteen + ";r=0;t=30;t=40", null, "30");
        check("a" + fourteen + ";r=0;t=30;junk=(, b;r=0;t=40", null, "30");
        check("a;r=0;t=9, b" + ";x".repeat(16) + ";r=0;t=30", null, "9");
    }

    @Test
    void twoFieldsOfFullLengthTakeLittleMemory() {
        for (String part : new String[] {"a;r=0,", "\"\";r=0,", "a;r=0;r=0", "a,", ";a"}) {
            String limits = "a;r=0" + part.repeat(8_186 / part.length());
            String policies = "b,".repeat(4_095) + "a";
            assertThat(Allocation.bytes(() -> ServiceLimits.waitNanos(limits, policies)))
                    .as(part)
                    .isLessThan(16_384);
        }
    }

    @Test
    void aFieldOfAnyLengthTakesBoundedMemory() {
        String fits = "\"a\";r=0;t=9;x=\"" + "y".repeat(8_192 - 16) + "\"";
        assertThat(fits).hasSize(8_192);
        check(fits, null, "9");
        check(fits + " ", null, MALFORMED);
        for (String part : new String[] {"a,", "a;r=0,", "\"", "\"a\";r=0;t=9, ", "9", " ", ";a", "%\"", ":"}) {
            String huge = part.repeat(1_000_000 / part.length());
            String large = part.repeat(8_192 / part.length());
            assertThat(Allocation.bytes(() -> ServiceLimits.waitNanos(huge, huge)))
                    .as(part)
                    .isLessThan(16_384);
            assertThat(Allocation.bytes(() -> ServiceLimits.waitNanos(large, large)))
                    .as(part)
                    .isLessThan(100_000);
        }
    }
}
