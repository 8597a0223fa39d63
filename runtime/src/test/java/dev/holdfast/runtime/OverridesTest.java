package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where overrides come from. */
class OverridesTest {

    private static final String KEY = "com.acme.Git$Hub/user/Backoff/maxAttempts";

    @Test
    void propertiesAreCopiedWithTheirDefaults() {
        Properties defaults = new Properties();
        defaults.setProperty("Backoff/factor", "3");
        Properties properties = new Properties(defaults);
        properties.setProperty(KEY, "2");
        Overrides overrides = Overrides.of(properties);
        properties.setProperty(KEY, "7");
        defaults.setProperty("Backoff/factor", "7");
        assertThat(overrides.get(KEY)).isEqualTo("2");
        assertThat(overrides.get("Backoff/factor")).isEqualTo("3");
        assertThat(overrides.get("Backoff/jitter")).isNull();
        assertThat(overrides.keys()).containsExactlyInAnyOrder(KEY, "Backoff/factor");
    }

    @Test
    void systemPropertiesAreReadWhenAskedFor() {
        Overrides overrides = Overrides.systemProperties();
        assertThat(overrides.get(KEY)).isNull();
        System.setProperty(KEY, "2");
        try {
            assertThat(overrides.get(KEY)).isEqualTo("2");
            assertThat(overrides.keys()).contains(KEY);
        } finally {
            System.clearProperty(KEY);
        }
    }

    @Test
    void theEnvironmentIsTheProcess() {
        Map.Entry<String, String> any = System.getenv().entrySet().iterator().next();
        assertThat(Overrides.environment().get(any.getKey())).isEqualTo(any.getValue());
        assertThat(Overrides.environment().keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Git$Hub/user/Backoff/maxAttempts",
        "HOLDFAST_com_acme_Git_Hub_user_Backoff_maxAttempts",
        "HOLDFAST_COM_ACME_GIT_HUB_USER_BACKOFF_MAXATTEMPTS"
    })
    void variablesHaveOneOfThreeNames(String variable) {
        Map<String, String> variables = new HashMap<>(Map.of(variable, "2"));
        assertThat(Overrides.environment(variables::get).get(KEY)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT_VALUE", "Timeout_value", "timeout_value", "holdfast_TIMEOUT_VALUE", "HOLDFASTTIMEOUT_VALUE"})
    void othersVariablesAreLeftAlone(String variable) {
        assertThat(Overrides.environment(Map.of(variable, "30")::get).get("Timeout/value"))
                .isNull();
        assertThat(Overrides.environment(Map.of("HOLDFAST_TIMEOUT_VALUE", "30s", variable, "x")::get)
                        .get("Timeout/value"))
                .isEqualTo("30s");
    }

    @Test
    void aVariableThatStandsForTwoKeysIsRefusedWithBoth() {
        Map<String, String> variables = new HashMap<>(Map.of("HOLDFAST_A_GETUSER_X", "1"));
        Overrides overrides = Overrides.environment(variables::get);
        assertThat(overrides.get("a/getUser/x")).isEqualTo("1");
        assertThat(overrides.get("a/getUser/x")).as("asked again").isEqualTo("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.get("a/getuser/x"))
                .withMessageContainingAll("HOLDFAST_A_GETUSER_X", "a/getUser/x", "a/getuser/x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overrides.of(key -> null).orElse(overrides).get("a.getUser/x"))
                .withMessageContainingAll("HOLDFAST_A_GETUSER_X", "a/getUser/x", "a.getUser/x");
        assertThat(overrides.get("a/other/x")).isNull();
        variables.put("HOLDFAST_a_getuser_x", "2");
        assertThat(overrides.get("a/getuser/x")).as("told apart by case").isEqualTo("2");
        assertThat(Overrides.environment(Map.<String, String>of()::get).get("a/getuser/x"))
                .isNull();
    }

    @Test
    void theExactNameOfAVariableWinsThenTheCaseThatIsWritten() {
        Map<String, String> variables = new HashMap<>(Map.of("HOLDFAST_A_B", "3", "HOLDFAST_a_b", "2", "a/b", "1"));
        Overrides overrides = Overrides.environment(variables::get);
        assertThat(overrides.get("a/b")).isEqualTo("1");
        variables.remove("a/b");
        assertThat(overrides.get("a/b")).isEqualTo("2");
        variables.remove("HOLDFAST_a_b");
        assertThat(overrides.get("a/b")).isEqualTo("3");
        // No letters of ASCII, so the upper case of no language is asked for.
        assertThat(Overrides.environment(Map.of("HOLDFAST_GR__E", "x")::get).get("gr\u00f6\u00dfe"))
                .isEqualTo("x");
    }

    @Test
    void theFirstOfTwoWinsByKey() {
        Properties second = new Properties();
        second.setProperty(KEY, "3");
        second.setProperty("Backoff/factor", "4");
        Overrides both = Overrides.of(key -> key.equals(KEY) ? "2" : null).orElse(Overrides.of(second));
        assertThat(both.get(KEY)).isEqualTo("2");
        assertThat(both.get("Backoff/factor")).isEqualTo("4");
        assertThat(both.get("Backoff/jitter")).isNull();
        assertThat(both.keys()).containsExactlyInAnyOrder(KEY, "Backoff/factor");
        assertThat(Overrides.of(second).orElse(both).get(KEY)).isEqualTo("3");
    }
}
