package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The texts of random keys and invalidations. The pieces they are put together from look like what parts such a text, so
 * that neighbours would run into each other. The seed is printed; {@code -Dsluice.seed} sets it.
 */
class RandomInvalidationsTest {

    private static final int ROUNDS = 20_000;
    private static final List<String> REGION_PIECES = List.of("a", "b", "-", "value", "tag", "region");
    private static final List<String> PIECES =
            List.of("a", "A", "1", "-", ".", "_", "value", "tag", "region", "public");
    private static final List<String> FOREIGN_PIECES =
            List.of("value", "tag", "region", ":", "a", "A", "-", " ", "\n", "é");

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void tellTheSeed() {
        System.out.println("RandomInvalidationsTest: seed " + seed);
    }

    @Test
    void noTwoHaveTheSameText() {
        Map<String, Invalidation> known = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Invalidation next = any();
            assertThat(known.merge(next.text(), next, (first, second) -> first)).isEqualTo(next);
        }
        assertThat(known.size()).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void eachIsReadBackFromItsText() {
        for (int round = 0; round < ROUNDS; round++) {
            Invalidation invalidation = any();
            assertThat(Invalidation.parse(invalidation.text())).isEqualTo(invalidation);
        }
    }

    @Test
    void whatIsReadFromAnyTextHasThatText() {
        Map<String, String> read = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String text = some(FOREIGN_PIECES, 8);
            parsed(text).ifPresent(invalidation -> read.put(text, invalidation.text()));
        }
        assertThat(read)
                .isNotEmpty()
                .allSatisfy((text, again) -> assertThat(again).isEqualTo(text));
    }

    private static Optional<Invalidation> parsed(String text) {
        try {
            return Optional.of(Invalidation.parse(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** The tags and the type of a value do not name it: a key with others is the same key. */
    @Test
    void keysAreTheSameIfTheirRegionScopeAndIdAre() {
        for (int round = 0; round < ROUNDS; round++) {
            Invalidation.Value one = value();
            Invalidation.Value other = random.nextInt(10) == 0 ? one : value();
            assertThat(key(one).equals(key(other))).isEqualTo(one.equals(other));
            assertThat(key(one).text()).isEqualTo(one.text());
            assertThat(key(one).invalidation()).isEqualTo(one);
        }
    }

    private CacheKey<String> key(Invalidation.Value value) {
        CachePolicy policy = CachePolicy.of(Duration.ofSeconds(1));
        return new CacheRegion<>(value.region(), String.class, policy).key(value.scope(), value.id(), part());
    }

    private Invalidation any() {
        return switch (random.nextInt(4)) {
            case 0 -> new Invalidation.Tag(part());
            case 1 -> new Invalidation.Region(region());
            default -> value();
        };
    }

    private Invalidation.Value value() {
        return new Invalidation.Value(region(), part(), part());
    }

    /** Begins with a letter. */
    private String region() {
        return "a" + some(REGION_PIECES, 3);
    }

    private String part() {
        return some(PIECES, 3);
    }

    private String some(List<String> pieces, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(place -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }
}
