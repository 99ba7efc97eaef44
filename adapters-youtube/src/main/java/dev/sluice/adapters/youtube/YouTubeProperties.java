package dev.sluice.adapters.youtube;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach YouTube.
 *
 * @param baseUri where the API lives
 * @param apiKey the key that Google gave, a secret: required, and masked in {@link #toString()}
 * @param connectTimeout how long a connection may take to be made
 * @param readTimeout how long an answer may take
 * @param dailyQuota how many units all workers together may use on one of YouTube's days, which are those of Pacific Time
 * @param rememberedAnswers how many answers of each resource a process remembers, so that they are not sent again while
 *     they have not changed
 */
@ConfigurationProperties("sluice.youtube")
record YouTubeProperties(
        @DefaultValue("https://youtube.googleapis.com") URI baseUri,
        @DefaultValue("") String apiKey,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("10000") int dailyQuota,
        @DefaultValue("500") int rememberedAnswers) {

    YouTubeProperties {
        check(baseUri.isAbsolute() && baseUri.getHost() != null, "sluice.youtube.base-uri must be an absolute URI");
        check(!apiKey.isBlank(), "sluice.youtube.api-key must be set");
        check(
                apiKey.chars().allMatch(YouTubeProperties::isVisible),
                "sluice.youtube.api-key holds a strange character");
        check(connectTimeout.isPositive(), "sluice.youtube.connect-timeout must be positive");
        check(readTimeout.isPositive(), "sluice.youtube.read-timeout must be positive");
        check(dailyQuota >= 1, "sluice.youtube.daily-quota is at least 1");
        check(
                rememberedAnswers >= 0 && rememberedAnswers <= 100_000,
                "sluice.youtube.remembered-answers is from 0 to 100000");
    }

    private static boolean isVisible(int character) {
        return character > ' ' && character < 0x7f;
    }

    private static void check(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }

    @Override
    public String toString() {
        return "YouTubeProperties[" + baseUri + ", ***]";
    }
}
