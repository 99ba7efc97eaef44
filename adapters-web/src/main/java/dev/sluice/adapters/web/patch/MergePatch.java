package dev.sluice.adapters.web.patch;

import dev.sluice.adapters.web.problem.UnreadableJson;
import dev.sluice.adapters.web.problem.Violations;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patches (RFC 7396): the merged document has to be as good as one that is sent whole. */
public final class MergePatch {

    /** The media type of such a patch; plain JSON is taken for one too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper mapper;
    private final Validator validator;

    MergePatch(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * Merges a patch into a document.
     *
     * @param current the document as it is, with all of its fields
     * @throws dev.sluice.adapters.web.problem.RefusedException if the merged document is invalid
     */
    public <T> T apply(T current, ObjectNode patch, Class<T> type) {
        T merged = read(merge(mapper.valueToTree(current), patch), type);
        Set<ConstraintViolation<T>> violations = validator.validate(merged);
        if (!violations.isEmpty()) {
            throw Violations.refusal(violations).asException();
        }
        return merged;
    }

    private <T> T read(JsonNode merged, Class<T> type) {
        try {
            return mapper.treeToValue(merged, type);
        } catch (JacksonException unreadable) {
            throw UnreadableJson.refusal(unreadable).asException();
        }
    }

    private static JsonNode merge(JsonNode target, ObjectNode patch) {
        ObjectNode merged = target instanceof ObjectNode object ? object : patch.objectNode();
        patch.forEachEntry((name, change) -> merged.set(name, merge(merged.path(name), change)));
        return merged;
    }

    /**
     * A null stays in the merged document instead of removing the field: to our documents both mean the same, and so the
     * removal of a field that is unknown is refused as an unknown field.
     */
    private static JsonNode merge(JsonNode target, JsonNode change) {
        return change instanceof ObjectNode nested ? merge(target, nested) : change;
    }
}
