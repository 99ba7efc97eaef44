package dev.sluice.domain.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the items, newest first
 * @param next what {@link PageRequest#after()} asks the following page with, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read with one row more than asked for, which tells whether another page follows.
     */
    public static <T> Page<T> cut(List<T> rows, PageRequest request, Function<T, UUID> id) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, id.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
