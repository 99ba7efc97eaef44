package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What all token buckets do. Each test starts without any. */
public interface TokenBucketsContract {

    Rate TEN_A_MINUTE = new Rate(10, Duration.ofMinutes(1));

    TokenBuckets buckets();

    /** Lets time pass for the buckets. */
    void pass(Duration time);

    default int level(String bucket) {
        return Objects.requireNonNull(
                buckets().levels(Map.of(bucket, TEN_A_MINUTE)).get(bucket));
    }

    @Test
    default void aBucketBeginsFull() {
        assertThat(level("mail")).isEqualTo(10);
        assertThat(buckets().levels(Map.of())).isEmpty();
    }

    @Test
    default void whatIsSpentComesBackWithTime() {
        buckets().spend("mail", TEN_A_MINUTE, 10);
        assertThat(level("mail")).isZero();
        assertThat(level("other")).isEqualTo(10);

        pass(Duration.ofSeconds(31));
        assertThat(level("mail")).isEqualTo(5);
        pass(Duration.ofMinutes(10));
        assertThat(level("mail")).isEqualTo(10);
    }

    @Test
    default void whatIsGivenBackCanBeSpentAgainUpToTheSizeOfTheBucket() {
        buckets().spend("mail", TEN_A_MINUTE, 4);
        buckets().giveBack("mail", TEN_A_MINUTE, 3);
        assertThat(level("mail")).isEqualTo(9);
        buckets().giveBack("mail", TEN_A_MINUTE, 3);
        assertThat(level("mail")).isEqualTo(10);
        buckets().spend("mail", TEN_A_MINUTE, 1);
        assertThat(level("mail")).isEqualTo(9);
    }

    @Test
    default void aBucketMayOwe() {
        buckets().spend("mail", TEN_A_MINUTE, 9);
        buckets().spend("mail", TEN_A_MINUTE, 7);
        assertThat(level("mail")).isEqualTo(-6);
        pass(Duration.ofSeconds(37));
        assertThat(level("mail")).isZero();
    }
}
