package dev.sluice.adapters.persistence.channel;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.channel.QuotaLedger;
import dev.sluice.domain.channel.QuotaLedgerContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqQuotaLedgerIT implements QuotaLedgerContract {

    private final QuotaLedger ledger;

    JooqQuotaLedgerIT(PostgresVersion version) {
        ledger = PersistenceFixture.emptied(version).get(QuotaLedger.class);
    }

    @Override
    public QuotaLedger ledger() {
        return ledger;
    }
}
