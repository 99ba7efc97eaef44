package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.job.Payload;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as JSON. */
final class JsonPayloads {

    private final JsonMapper mapper;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    JsonPayloads(JsonMapper mapper) {
        this.mapper = mapper;
    }

    JSONB encode(Object payload) {
        return JSONB.valueOf(mapper.writeValueAsString(payload));
    }

    Payload decodable(JSONB json) {
        return new Decodable(json);
    }

    private <P> P decode(JSONB json, Class<P> type) {
        try {
            return readers.computeIfAbsent(type, this::reader).readValue(json.data());
        } catch (JacksonException unreadable) {
            throw new FinalFailure("the payload is no " + type.getSimpleName(), unreadable);
        }
    }

    /** To make one took as long as to read a small payload. */
    private ObjectReader reader(Class<?> type) {
        return mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What the record itself has written: a list of that type. */
    <T> List<T> decodeAll(JSONB json, Class<T> type) {
        return mapper.readerForListOf(type).readValue(json.data());
    }

    /** Decodes once: a job's handler and its follower ask for the same. Safe for use by many threads. */
    private final class Decodable implements Payload {

        private final JSONB json;
        private volatile @Nullable Object decoded;

        Decodable(JSONB json) {
            this.json = json;
        }

        @Override
        public <P> P as(Class<P> type) {
            Object known = decoded;
            if (known != null && known.getClass() == type) {
                return type.cast(known);
            }
            P value = decode(json, type);
            decoded = value;
            return value;
        }
    }
}
