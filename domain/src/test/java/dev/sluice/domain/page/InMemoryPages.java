package dev.sluice.domain.page;

import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of rows in memory. */
public final class InMemoryPages {

    private InMemoryPages() {}

    /** The page that a request asks for, newest id first. */
    public static <T> Page<T> cut(Stream<T> rows, PageRequest request, Function<T, UUID> id) {
        UUID after = request.after();
        return Page.cut(
                rows.filter(row -> after == null || id.apply(row).compareTo(after) < 0)
                        .sorted(Comparator.comparing(id).reversed())
                        .limit(request.limit() + 1L)
                        .toList(),
                request,
                id);
    }
}
