package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.job.TypeName;
import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.page.PageRequest;
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

    private static final Map<Class<?>, Supplier<Schema<?>>> SCHEMAS = Map.of(
            ChannelId.class, UUIDSchema::new,
            CreatorId.class, UUIDSchema::new,
            JobId.class, UUIDSchema::new,
            OrderId.class, UUIDSchema::new,
            ProductId.class, UUIDSchema::new,
            Currency.class, () -> new StringSchema().example("EUR"),
            YearMonth.class, () -> new StringSchema().example("2026-03"),
            Cursor.class, StringSchema::new,
            TypeName.class, StringSchema::new,
            Limit.class, DomainSchemas::limit);

    DomainSchemas() {
        SCHEMAS.forEach((type, schema) -> SpringDocUtils.getConfig().replaceWithSchema(type, schema.get()));
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
