package dev.sluice.adapters.web.openapi;

import dev.sluice.adapters.web.validation.CountryCode;
import dev.sluice.adapters.web.validation.CurrencyCode;
import dev.sluice.adapters.web.validation.Email;
import dev.sluice.adapters.web.validation.Id;
import dev.sluice.adapters.web.validation.Text;
import dev.sluice.domain.party.EmailAddress;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;

/** What a schema says of a text in place of the constraints that check it. */
final class TextConstraints {

    private TextConstraints() {}

    static void describe(Field constrained, Schema<?> schema) {
        for (Annotation constraint : constrained.getAnnotations()) {
            switch (constraint) {
                case Text text -> schema.minLength(text.min()).maxLength(text.max());
                case Email email -> schema.format("email").maxLength(EmailAddress.LONGEST);
                case Id id -> schema.format("uuid");
                case CountryCode country -> schema.pattern("^[A-Z]{2}$");
                case CurrencyCode currency -> schema.pattern("^[A-Z]{3}$");
                // Of a schema's pattern a part of a text may be enough.
                case Pattern pattern -> schema.pattern("^" + pattern.regexp() + "$");
                default -> {}
            }
        }
    }
}
