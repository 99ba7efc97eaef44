package dev.sluice.adapters.web.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** How an identity of the domain looks in JSON: as its UUID alone. */
abstract class PlainId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PlainId(UUID value) {
        throw new UnsupportedOperationException("only annotations of this class are used, not of " + value);
    }

    @JsonValue
    abstract UUID value();
}
