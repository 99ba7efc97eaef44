package dev.sluice.domain.transaction;

class InMemoryTransactionsTest implements TransactionsContract {

    private final Transactions transactions = new InMemoryTransactions();

    @Override
    public Transactions transactions() {
        return transactions;
    }
}
