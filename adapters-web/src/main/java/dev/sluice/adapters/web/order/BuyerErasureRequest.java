package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.Email;
import dev.sluice.adapters.web.validation.Id;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be erased; personal data, which {@link #toString()} masks.
 *
 * @param email in capital or small letters, which make no difference
 * @param creatorId whose buyer it is; if it is missing, whoever may see the orders of all means those of all
 */
record BuyerErasureRequest(
        @NotNull(message = "is required") @Email String email,
        @Id @Nullable String creatorId) {

    @Override
    public String toString() {
        return "BuyerErasureRequest[***]";
    }
}
