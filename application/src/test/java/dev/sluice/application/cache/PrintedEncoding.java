package dev.sluice.application.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.cache.CachedValue;
import dev.sluice.domain.cache.Encoding;
import java.nio.ByteBuffer;

/** Encodes a value as the text it prints, which cannot be read back as anything but a text. */
public final class PrintedEncoding implements Encoding {

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public byte[] encode(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public <V> V decode(ByteBuffer content, Class<V> type) {
        if (!type.equals(String.class)) {
            throw new IllegalArgumentException("only a text can be read");
        }
        return type.cast(UTF_8.decode(content).toString());
    }

    /** What the value printed. */
    public static String text(CachedValue value) {
        return new PrintedEncoding().decode(value.content(), String.class);
    }
}
