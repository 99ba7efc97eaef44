package dev.sluice.domain.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list that runs from the newest item to the oldest.
 *
 * @param limit how many items at most, from 1 to 100
 * @param after the id of the last item of the page before, or null for the first page
 */
public record PageRequest(int limit, @Nullable UUID after) {

    public static final int LARGEST = 100;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("a page holds 1 to " + LARGEST + " items, not " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
