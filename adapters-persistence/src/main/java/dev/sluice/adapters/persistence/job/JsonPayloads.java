package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.Payload;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as JSON. */
final class JsonPayloads {

    private final JsonMapper mapper;

    JsonPayloads(JsonMapper mapper) {
        this.mapper = mapper;
    }

    JSONB encode(Object payload) {
        return JSONB.valueOf(mapper.writeValueAsString(payload));
    }

    Payload decodable(JSONB json) {
        return new Payload() {
            @Override
            public <P> P as(Class<P> type) {
                return decode(json, type);
            }
        };
    }

    private <P> P decode(JSONB json, Class<P> type) {
        try {
            return mapper.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json.data());
        } catch (JacksonException unreadable) {
            throw new FinalFailure("the payload is no " + type.getSimpleName(), unreadable);
        }
    }

    /** What the record itself has written: a list of that type. */
    <T> List<T> decodeAll(JSONB json, Class<T> type) {
        return mapper.readerForListOf(type).readValue(json.data());
    }
}
