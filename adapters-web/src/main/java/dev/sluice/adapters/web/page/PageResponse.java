package dev.sluice.adapters.web.page;

import dev.sluice.domain.page.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items newest first
 * @param next the cursor of the following page, or null on the last one
 */
public record PageResponse<T>(List<T> items, @Nullable String next) {

    public static <D, T> PageResponse<T> of(Page<D> page, Function<D, T> response) {
        String next = page.next() == null ? null : new Cursor(page.next()).text();
        return new PageResponse<>(page.items().stream().map(response).toList(), next);
    }
}
