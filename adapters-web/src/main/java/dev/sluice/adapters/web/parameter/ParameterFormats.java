package dev.sluice.adapters.web.parameter;

import dev.sluice.adapters.web.job.GroupName;
import dev.sluice.adapters.web.job.TypeName;
import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpointId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the text of path and query parameters is read; other text is refused under the parameter's name. */
final class ParameterFormats implements WebMvcConfigurer {

    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}-");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Limit.class, Limit::parse);
        registry.addConverter(String.class, Cursor.class, Cursor::parse);
        registry.addConverter(String.class, TypeName.class, TypeName::parse);
        registry.addConverter(String.class, GroupName.class, GroupName::parse);
        registry.addConverter(String.class, QueueName.class, QueueName::new);
        registry.addConverter(String.class, Instant.class, ParameterFormats::time);
        registry.addConverter(String.class, Invalidation.class, Invalidation::parse);
        addId(registry, ApiKeyId.class, ApiKeyId::new);
        addId(registry, ChannelId.class, ChannelId::new);
        addId(registry, CreatorId.class, CreatorId::new);
        addId(registry, JobId.class, JobId::new);
        addId(registry, OrderId.class, OrderId::new);
        addId(registry, ProductId.class, ProductId::new);
        addId(registry, WebhookDeliveryId.class, WebhookDeliveryId::new);
        addId(registry, WebhookEndpointId.class, WebhookEndpointId::new);
    }

    /** As RFC 3339 writes it: what it cannot write, such as years of five digits, is no time that anything happens at. */
    private static Instant time(String text) {
        if (!YEAR_FIRST.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("not a time of RFC 3339");
        }
        return Instant.parse(text);
    }

    private static <T> void addId(FormatterRegistry registry, Class<T> type, Function<UUID, T> id) {
        registry.addConverter(String.class, type, text -> id.apply(UuidText.parse(text)));
    }
}
