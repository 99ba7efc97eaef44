package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link CreditNoteRenderer} does. */
public interface CreditNoteRendererContract {

    CreditNoteRenderer renderer();

    @Test
    default void rendersAPdf() {
        assertThat(new String(rendered(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
    }

    @Test
    default void rendersTheSameCreditNoteToTheSameBytes() {
        assertThat(rendered()).isEqualTo(rendered());
    }

    private byte[] rendered() {
        return renderer().render(SampleCreditNotes.of(SampleInvoices.sample())).bytes();
    }
}
