package dev.sluice.domain.invoice;

class InMemoryCreditNoteRendererTest implements CreditNoteRendererContract {

    @Override
    public CreditNoteRenderer renderer() {
        return new InMemoryCreditNoteRenderer();
    }
}
