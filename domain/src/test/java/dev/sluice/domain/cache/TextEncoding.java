package dev.sluice.domain.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The encoding of texts as UTF-8, for tests of the cache. */
public final class TextEncoding implements Encoding {

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public byte[] encode(Object value) {
        return ((String) value).getBytes(UTF_8);
    }

    @Override
    public <V> V decode(ByteBuffer content, Class<V> type) {
        return type.cast(UTF_8.decode(content).toString());
    }
}
