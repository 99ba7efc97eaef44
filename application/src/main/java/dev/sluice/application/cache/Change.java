package dev.sluice.application.cache;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelId;

/** What a write has changed; {@link CachedReads} says what it makes wrong in the cache. */
public sealed interface Change {

    /** What a creator says about itself. */
    record Profile(CreatorId creator) implements Change {}

    /** A creator's products or their prices. */
    record Catalogue(CreatorId creator) implements Change {}

    /** The figures of a creator's channel. */
    record Synchronisation(ChannelId channel, CreatorId creator) implements Change {}
}
