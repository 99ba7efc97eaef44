package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.domain.catalogue.CreatorDetails;
import dev.sluice.domain.party.InvoiceObstacle;
import java.util.Currency;
import java.util.List;

/** What is said when a shop cannot be as its creator wishes. */
final class CreatorRefusals {

    private CreatorRefusals() {}

    /** @throws dev.sluice.adapters.web.problem.RefusedException if the seller's invoices cannot have the format asked for */
    static void requireInvoices(Currency currency, CreatorDetails details) {
        List<Violation> violations = details.seller().invoiceObstacles(currency).stream()
                .map(CreatorRefusals::violation)
                .toList();
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations).asException();
        }
    }

    private static Violation violation(InvoiceObstacle obstacle) {
        return switch (obstacle) {
            case CURRENCY ->
                Violation.ofBody("/seller/invoiceFormat", "currency", "is PDF in all shops that do not sell in EUR");
            case VAT_ID ->
                Violation.ofBody(
                        "/seller/vatId",
                        "required",
                        "must be a VAT identification number of the European Union, without spaces, for FACTUR_X");
        };
    }
}
