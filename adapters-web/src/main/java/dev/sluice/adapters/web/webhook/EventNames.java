package dev.sluice.adapters.web.webhook;

import dev.sluice.domain.webhook.WebhookEventType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events as clients spell them. */
final class EventNames {

    private EventNames() {}

    /** @throws dev.sluice.adapters.web.problem.RefusedException if one is the name of no event */
    static Set<WebhookEventType> parse(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(index -> WebhookEventType.find(names.get(index))
                        .orElseThrow(() -> WebhookRefusals.event(index).asException()))
                .collect(Collectors.toSet());
    }

    static List<String> of(Collection<WebhookEventType> types) {
        return types.stream().map(WebhookEventType::text).sorted().toList();
    }
}
