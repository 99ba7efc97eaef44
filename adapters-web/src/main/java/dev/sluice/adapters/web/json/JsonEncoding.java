package dev.sluice.adapters.web.json;

import dev.sluice.domain.cache.Encoding;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.ByteBufferBackedInputStream;

/** Cached values as the JSON that the API answers with. */
final class JsonEncoding implements Encoding {

    private final JsonMapper mapper;

    JsonEncoding(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String contentType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public byte[] encode(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public <V> V decode(ByteBuffer content, Class<V> type) {
        @Nullable V value;
        try {
            value = mapper.readValue(new ByteBufferBackedInputStream(content), type);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not the JSON of a " + type.getSimpleName(), unreadable);
        }
        if (value == null) {
            throw new IllegalArgumentException("null is no " + type.getSimpleName());
        }
        return value;
    }
}
