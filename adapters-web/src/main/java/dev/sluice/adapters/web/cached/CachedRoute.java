package dev.sluice.adapters.web.cached;

import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.domain.cache.CachedValue;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A route that answers from memory before Spring MVC is asked. It takes what is fresh there and nothing else: everything
 * that may fail or wait is left to the route's controller.
 *
 * @param path that of the controller, with one id: {@code /v1/creators/{id}/portfolio}
 * @param answer how the controller answers
 * @param recall what memory has for an id
 */
public record CachedRoute(String path, CachedAnswer answer, Function<UUID, Optional<CachedValue>> recall) {

    private static final String ID = "{id}";

    public CachedRoute {
        if (!path.contains(ID)) {
            throw new IllegalArgumentException("a cached route has an {id}: " + path);
        }
    }

    Optional<CachedValue> recall(String requested) {
        int begin = path.indexOf(ID);
        int after = begin + ID.length();
        int end = requested.length() - (path.length() - after);
        return begin < end
                        && requested.startsWith(path.substring(0, begin))
                        && requested.startsWith(path.substring(after), end)
                ? UuidText.find(requested.substring(begin, end)).flatMap(recall)
                : Optional.empty();
    }
}
