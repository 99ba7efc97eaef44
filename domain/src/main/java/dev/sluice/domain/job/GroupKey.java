package dev.sluice.domain.job;

import dev.sluice.domain.catalogue.CreatorId;

/**
 * Whose a job is, a seller's for example: groups take turns, and each can have limits of its own.
 *
 * @param value an id and no personal data, at most 100 characters; {@link #NONE} has none
 */
public record GroupKey(String value) {

    /** The group of the jobs that belong to nobody in particular. */
    public static final GroupKey NONE = new GroupKey("");

    public GroupKey {
        if (value.codePointCount(0, value.length()) > 100) {
            throw new IllegalArgumentException("a group key has at most 100 characters");
        }
    }

    /** The group of the jobs that are about a creator's things. */
    public static GroupKey of(CreatorId creator) {
        return new GroupKey(creator.value().toString());
    }
}
