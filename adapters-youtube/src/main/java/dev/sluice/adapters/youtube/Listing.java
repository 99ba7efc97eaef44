package dev.sluice.adapters.youtube;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as the API answers it, immutable.
 *
 * @param items missing where the API has found nothing
 * @param nextPageToken missing on the last page
 */
record Listing<T>(@Nullable List<T> items, @Nullable String nextPageToken) {

    Listing {
        items = items == null ? null : List.copyOf(items);
    }

    static <T> Listing<T> empty() {
        return new Listing<>(null, null);
    }

    List<T> found() {
        return Objects.requireNonNullElse(items, List.of());
    }
}
