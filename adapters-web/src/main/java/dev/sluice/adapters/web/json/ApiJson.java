package dev.sluice.adapters.web.json;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpointId;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The API's JSON: a document is read only if it says exactly what it means. Unknown and repeated names, values of
 * another type and anything after the document are refused.
 */
final class ApiJson implements JsonMapperBuilderCustomizer, Ordered {

    private static final List<Class<?>> IDS = List.of(
            ChannelId.class,
            CreatorId.class,
            JobId.class,
            OrderId.class,
            ProductId.class,
            WebhookDeliveryId.class,
            WebhookEndpointId.class,
            WorkerId.class);

    /** Last, so that no setting of the environment loosens it. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfigDefaults(ApiJson::refuseEmptyText)
                .withCoercionConfig(LogicalType.Textual, ApiJson::refuseScalars);
        IDS.forEach(id -> mapper.addMixIn(id, PlainId.class));
    }

    private static void refuseEmptyText(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
    }

    private static void refuseScalars(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
