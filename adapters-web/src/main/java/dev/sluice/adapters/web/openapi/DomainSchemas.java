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
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;

/** How values that look simple in the API are described, though they are records in Java. */
final class DomainSchemas {

    private static final List<Class<?>> IDS =
            List.of(ChannelId.class, CreatorId.class, JobId.class, OrderId.class, ProductId.class);

    DomainSchemas() {
        IDS.forEach(id -> describe(id, new UUIDSchema()));
        describe(Currency.class, new StringSchema().example("EUR"));
        describe(YearMonth.class, new StringSchema().example("2026-03"));
        describe(Cursor.class, new StringSchema());
        describe(TypeName.class, new StringSchema());
        describe(
                Limit.class,
                new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.LARGEST)));
    }

    private static void describe(Class<?> type, Schema<?> schema) {
        SpringDocUtils.getConfig().replaceWithSchema(type, schema);
    }
}
