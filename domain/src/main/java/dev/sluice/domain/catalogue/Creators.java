package dev.sluice.domain.catalogue;

import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All creators. Safe for use by many threads; joins the caller's transaction. */
public interface Creators {

    Optional<Creator> find(CreatorId id);

    /** The creators with these ids; those that are not there are left out. */
    Map<CreatorId, Creator> findAll(Collection<CreatorId> ids);

    Page<Creator> list(PageRequest page);

    void add(Creator creator);

    /**
     * Replaces a creator by its next version.
     *
     * @return false if the stored version is not the one before {@code creator.version()}: nothing is written
     */
    boolean replace(Creator creator);
}
