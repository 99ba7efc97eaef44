package dev.sluice.domain.invoice;

class InMemoryInvoiceRendererTest implements InvoiceRendererContract {

    @Override
    public InvoiceRenderer renderer() {
        return new InMemoryInvoiceRenderer();
    }
}
