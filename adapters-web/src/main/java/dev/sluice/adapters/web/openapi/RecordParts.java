package dev.sluice.adapters.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of each part of a record whether it may be null and, if it may not, that it is always there: as its type says; and
 * what its text has to be like, as its constraints say. Of a record that leaves out what is null, such a part is just
 * missing; one that leaves out more describes itself.
 */
final class RecordParts implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) {
            describe(described, model(schema, context));
        }
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> model = reference == null
                ? null
                : context.getDefinedModels()
                        .get(RefUtils.extractSimpleName(reference).getLeft().toString());
        return model == null ? schema : model;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> described, Schema<?> model) {
        Include included = included(described);
        if (included != Include.ALWAYS && included != Include.NON_NULL) {
            return;
        }
        Map<String, Schema> properties = Objects.requireNonNullElse(model.getProperties(), Map.of());
        for (RecordComponent part : described.getRecordComponents()) {
            Schema<?> property = properties.get(part.getName());
            if (property != null) {
                TextConstraints.describe(field(described, part), property);
            }
            if (property != null && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.addRequiredItem(part.getName());
            } else if (property != null && included == Include.ALWAYS) {
                properties.put(part.getName(), nullable(property));
            }
        }
    }

    private static Field field(Class<?> described, RecordComponent part) {
        try {
            return described.getDeclaredField(part.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each of its parts", e);
        }
    }

    private static Include included(Class<?> described) {
        JsonInclude include = described.getAnnotation(JsonInclude.class);
        return include == null ? Include.ALWAYS : include.value();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Schema<?> nullable(Schema property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
        if (property.getEnum() != null) {
            // An annotation's values come as a list that does not grow.
            List<@Nullable Object> values = new ArrayList<>(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
        return property;
    }
}
