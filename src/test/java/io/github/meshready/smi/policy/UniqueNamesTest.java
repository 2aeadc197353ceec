package io.github.meshready.smi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.DnsName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UniqueNamesTest {

    @Test
    void grantsWishesThatNobodyElseHas() {
        assertThat(UniqueNames.grant(Map.of("1", "a", "2", "b"), Set.of()))
                .containsOnly(Map.entry("1", "a"), Map.entry("2", "b"));
        assertThat(UniqueNames.grant(Map.of("1", "a"), Set.of("a")).get("1")).matches("a-[0-9a-f]{10}");
        assertThat(UniqueNames.grant(Map.of("1", "a", "2", "a"), Set.of()).values())
                .doesNotContain("a")
                .doesNotHaveDuplicates();
    }

    @Test
    void cutsLongNamesWithoutMakingTwoOfThemOne() {
        String start = "x".repeat(250);
        Map<String, String> names = UniqueNames.grant(Map.of("1", start + "-one", "2", start + "-two"), Set.of());
        assertThat(names.values()).doesNotHaveDuplicates().allMatch(DnsName::isSubdomain);
    }

    @Test
    void grantsTheLongestNameThatThereIs() {
        String longest = "x".repeat(253);
        assertThat(UniqueNames.grant(Map.of("1", longest), Set.of()).get("1")).isEqualTo(longest);
        assertThat(UniqueNames.grant(Map.of("1", longest + "x"), Set.of()).get("1"))
                .hasSize(253)
                .matches("x+-[0-9a-f]{10}");
    }

    /** What is cut off behind a dash or a dot leaves a name that ends with it, or a part of one that does. */
    @Test
    void cutsNoNameBehindADashOrADot() {
        for (String end : List.of("-", ".", ".-", "--")) {
            String wish = "x".repeat(242 - end.length()) + end + "y".repeat(50);
            assertThat(UniqueNames.grant(Map.of("1", wish), Set.of()).get("1"))
                    .matches(DnsName::isSubdomain)
                    .matches("x{" + (242 - end.length()) + "}-[0-9a-f]{10}");
        }
    }

    /** Whatever is wished for and taken: valid, unique, free, and the same however the wishes are given. */
    @Test
    void isInjective() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Map<String, String> wishes = new HashMap<>();
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                wishes.put("id" + i, word(random));
                taken.add(word(random));
            }
            Map<String, String> granted = UniqueNames.grant(wishes, taken);
            assertThat(granted.keySet()).isEqualTo(wishes.keySet());
            assertThat(granted.values()).doesNotHaveDuplicates().allMatch(DnsName::isSubdomain);
            assertThat(granted.values()).doesNotContainAnyElementsOf(taken);
        }
    }

    private static String word(Random random) {
        return "abc".substring(random.nextInt(3)) + (random.nextBoolean() ? "" : "-" + random.nextInt(5));
    }
}
