package dev.sluice.domain.access;

import dev.sluice.domain.catalogue.CreatorId;
import org.jspecify.annotations.Nullable;

/** On whose behalf somebody calls: it decides what is there for the caller. All else is as if it did not exist. */
public sealed interface Owner {

    /** One creator, to whom only its own shop, orders, channels and jobs are there. */
    record Seller(CreatorId creator) implements Owner {}

    /** Those who run the installation: everything is theirs. */
    record Operations() implements Owner {

        @Override
        public @Nullable CreatorId creator() {
            return null;
        }
    }

    static Owner operations() {
        return new Operations();
    }

    /** @param creator the seller, or null for operations */
    static Owner of(@Nullable CreatorId creator) {
        return creator == null ? operations() : new Seller(creator);
    }

    /** The one creator whose things are there, or null if those of all are. */
    @Nullable
    CreatorId creator();

    default boolean owns(CreatorId thing) {
        CreatorId only = creator();
        return only == null || only.equals(thing);
    }

    /** Names it among all owners, for good. */
    default String principal() {
        CreatorId only = creator();
        return only == null ? "operations" : only.value().toString();
    }
}
