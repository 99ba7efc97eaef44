package dev.sluice.application.access;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Replaces a key by a new one with its rights, while the old one works on for a time: nobody need stop for it. */
public final class RotateApiKey {

    private final Transactions transactions;
    private final ApiKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public RotateApiKey(Transactions transactions, ApiKeys keys, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param grace how long the old key works on, unless it ends sooner */
    public Result rotate(ApiKeyId id, Duration grace) {
        return transactions.call(
                () -> keys.find(id).map(key -> rotate(key, grace)).orElseGet(Unknown::new));
    }

    private Result rotate(ApiKey key, Duration grace) {
        Instant now = clock.instant();
        if (key.scopes().isEmpty()) {
            return new OfANewerRelease();
        }
        if (!keys.replace(key.id(), now, now.plus(grace))) {
            return new Ended();
        }
        ApiKeyToken token = ApiKeyToken.generate(new ApiKeyId(ids.next()), random);
        ApiKey successor = key.successor(token, now);
        keys.add(successor);
        return new Rotated(new IssuedApiKey(successor, token));
    }

    /** What came of it. */
    public sealed interface Result {}

    /** There is a new key. */
    public record Rotated(IssuedApiKey successor) implements Result {}

    /** There is no such key. */
    public record Unknown() implements Result {}

    /** The key is revoked or has expired: nothing is written. */
    public record Ended() implements Result {}

    /** What the key opens is not known to this release, which can give none like it: nothing is written. */
    public record OfANewerRelease() implements Result {}
}
