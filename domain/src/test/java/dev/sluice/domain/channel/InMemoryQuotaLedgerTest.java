package dev.sluice.domain.channel;

class InMemoryQuotaLedgerTest implements QuotaLedgerContract {

    private final QuotaLedger ledger = new InMemoryQuotaLedger();

    @Override
    public QuotaLedger ledger() {
        return ledger;
    }
}
