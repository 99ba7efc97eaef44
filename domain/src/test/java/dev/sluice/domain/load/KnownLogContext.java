package dev.sluice.domain.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A log of which only the requests are known that steps were logged under; null for none. */
public final class KnownLogContext implements LogContext {

    private final List<@Nullable String> requests = Collections.synchronizedList(new ArrayList<>());

    @Override
    public <T> T within(@Nullable String requestId, Supplier<T> step) {
        requests.add(requestId);
        return step.get();
    }

    public List<@Nullable String> requests() {
        return requests.stream().toList();
    }
}
