package dev.sluice.adapters.web.openapi;

import static java.util.Map.entry;

import dev.sluice.adapters.web.job.GroupName;
import dev.sluice.adapters.web.job.TypeName;
import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpointId;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.function.Supplier;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;

/** How values that look simple in the API are described, though they are classes in Java. */
final class DomainSchemas implements ParameterCustomizer {

    private static final Map<Class<?>, Supplier<Schema<?>>> SCHEMAS = Map.ofEntries(
            entry(ApiKeyId.class, UUIDSchema::new),
            entry(ChannelId.class, UUIDSchema::new),
            entry(CreatorId.class, UUIDSchema::new),
            entry(JobId.class, UUIDSchema::new),
            entry(OrderId.class, UUIDSchema::new),
            entry(ProductId.class, UUIDSchema::new),
            entry(WebhookDeliveryId.class, UUIDSchema::new),
            entry(WebhookEndpointId.class, UUIDSchema::new),
            entry(WorkerId.class, UUIDSchema::new),
            entry(Currency.class, () -> new StringSchema().example("EUR")),
            entry(YearMonth.class, () -> new StringSchema().example("2026-03")),
            entry(Cursor.class, () -> new StringSchema().maxLength(Cursor.LONGEST)),
            entry(GroupName.class, () -> shaped(GroupName.SHAPE)),
            entry(QueueName.class, () -> shaped(TypeName.SHAPE)),
            entry(TypeName.class, () -> shaped(TypeName.SHAPE)),
            entry(Limit.class, DomainSchemas::limit));

    DomainSchemas() {
        SCHEMAS.forEach((type, schema) -> SpringDocUtils.getConfig().replaceWithSchema(type, schema.get()));
    }

    /** Of a schema's pattern a part of a text may be enough. */
    private static Schema<?> shaped(String shape) {
        return new StringSchema().pattern("^" + shape + "$");
    }

    private static Schema<?> limit() {
        Schema<Number> schema = new IntegerSchema();
        schema.setDefault(Limit.DEFAULT);
        return schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.LARGEST));
    }

    /** Without this a parameter is described as the text that it is converted from. */
    @Override
    public Parameter customize(Parameter described, MethodParameter parameter) {
        Supplier<Schema<?>> schema = SCHEMAS.get(parameter.getParameterType());
        return described == null || schema == null ? described : described.schema(schema.get());
    }
}
