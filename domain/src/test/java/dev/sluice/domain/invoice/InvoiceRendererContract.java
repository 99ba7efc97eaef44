package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link InvoiceRenderer} does. */
public interface InvoiceRendererContract {

    InvoiceRenderer renderer();

    /** Two sales that differ in how far their letters are known. */
    static List<Invoice> sales() {
        return List.of(SampleInvoices.sample(), SampleInvoices.named("Zoë Müller"));
    }

    @ParameterizedTest
    @MethodSource("sales")
    default void rendersAPdf(Invoice sale) {
        assertIsPdf(renderer().render(sale));
    }

    @ParameterizedTest
    @MethodSource("sales")
    default void rendersTheSameInvoiceToTheSameBytes(Invoice sale) {
        assertThat(renderer().render(sale).bytes())
                .isEqualTo(renderer().render(sale).bytes());
    }

    @ParameterizedTest
    @MethodSource("sales")
    default void rendersForManyThreadsAtOnce(Invoice sale) {
        InvoiceRenderer renderer = renderer();
        byte[] alone = renderer.render(sale).bytes();
        List<byte[]> together = IntStream.range(0, 64)
                .parallel()
                .mapToObj(number -> renderer.render(sale).bytes())
                .toList();
        assertThat(together).allSatisfy(bytes -> assertThat(bytes).isEqualTo(alone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "山田太郎",
                "👩‍🎨🎬",
                "علي",
                "שלום",
                "e\u0301\u0323",
                "a\r\nb\tc\u0000\u0007",
                "\u202Eevil\u202C",
                "\uD800",
                "\uDC00x",
                "<b>&amp;</b>",
                "(unbalanced \\ ) %PDF endstream"
            })
    default void rendersAnyName(String name) {
        assertIsPdf(renderer().render(SampleInvoices.named(name)));
    }

    @Test
    default void rendersANameWithoutABreak() {
        assertIsPdf(renderer().render(SampleInvoices.named("x".repeat(2_000))));
    }

    private static void assertIsPdf(PdfDocument document) {
        assertThat(new String(document.bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
    }
}
