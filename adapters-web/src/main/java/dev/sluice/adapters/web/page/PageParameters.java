package dev.sluice.adapters.web.page;

import dev.sluice.domain.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The two parameters of every list, as a request for a page. */
public final class PageParameters {

    private PageParameters() {}

    public static PageRequest request(Limit limit, @Nullable Cursor cursor) {
        return new PageRequest(limit.value(), cursor == null ? null : cursor.after());
    }
}
