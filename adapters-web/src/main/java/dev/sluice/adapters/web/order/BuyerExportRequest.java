package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.adapters.web.validation.Email;
import dev.sluice.adapters.web.validation.Id;
import dev.sluice.domain.page.PageRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose data are asked for; personal data, which {@link #toString()} masks.
 *
 * @param email in capital or small letters, which make no difference
 * @param creatorId whose buyer it is; if it is missing, whoever may see the orders of all means those of all
 * @param limit how many orders at most; 100 unless said otherwise
 * @param cursor what the page before has answered as {@code next}
 */
record BuyerExportRequest(
        @NotNull(message = "is required") @Email String email,
        @Id @Nullable String creatorId,

        @Min(value = 1, message = "must be at least {value}")
        @Max(value = PageRequest.LARGEST, message = "must be at most {value}")
        @Nullable
        Integer limit,

        @Size(max = Cursor.LONGEST, message = "must have at most {max} characters") @Nullable
        String cursor) {

    PageRequest page() {
        Limit most = new Limit(Objects.requireNonNullElse(limit, PageRequest.LARGEST));
        return PageParameters.request(most, cursor == null ? null : parse(cursor));
    }

    private static Cursor parse(String cursor) {
        try {
            return Cursor.parse(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.invalid(Violation.ofBody("/cursor", "invalid", "is not a cursor"))
                    .asException();
        }
    }

    @Override
    public String toString() {
        return "BuyerExportRequest[***]";
    }
}
