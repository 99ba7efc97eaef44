package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final byte[] KEY = "key".getBytes(UTF_8);
    private static final Lifetime LIFETIME = new Lifetime(1, 2, 3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 100_000})
    void givesBackWhatItHolds(int length) {
        Entry entry = Entry.of("x".repeat(length).getBytes(UTF_8), LIFETIME, 5);
        Envelope opened = open(KEY, sealed(entry)).orElseThrow();
        assertThat(opened.schema()).isEqualTo(-7);
        assertThat(opened.stamp()).isEqualTo("epoch 1 2");
        assertThat(opened.entry().bytes()).isEqualTo(entry.bytes());
        assertThat(opened.entry().version()).isEqualTo(entry.version());
        assertThat(opened.entry().lifetime()).isEqualTo(LIFETIME);
    }

    @Test
    void holdsTheKnowledgeThatThereIsNoValue() {
        Envelope opened = open(KEY, sealed(Entry.absent(LIFETIME, 5))).orElseThrow();
        assertThat(opened.entry().bytes()).isNull();
    }

    @Test
    void aLargeValueIsCompressed() {
        byte[] large = "large ".repeat(10_000).getBytes(UTF_8);
        assertThat(sealed(Entry.of(large, LIFETIME, 5))).hasSizeLessThan(large.length / 10);
    }

    @Test
    void isNotOpenedUnderAnotherKey() {
        assertThat(open("other".getBytes(UTF_8), sealed(value()))).isEmpty();
    }

    @Test
    void isNotOpenedWhenACutOrAChangedByteSpoiltIt() {
        byte[] sealed = sealed(value());
        for (int length = 0; length < sealed.length; length++) {
            assertThat(open(KEY, Arrays.copyOf(sealed, length))).isEmpty();
        }
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index]++;
            assertThat(open(KEY, changed)).isEmpty();
        }
    }

    @Test
    void isNotFoundInWhatSomebodyElseWrote() {
        assertThat(open(KEY, "{\"name\":\"somebody\"}".repeat(9).getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void aLayoutOfALaterReleaseIsNotRead() {
        for (int value : new int[] {9, 0x7fffffff, 0x80000000, -1}) {
            for (int place = Integer.BYTES; place + Integer.BYTES < sealed(value()).length; place++) {
                byte[] changed = sealed(value());
                ByteBuffer.wrap(changed).putInt(place, value).putInt(0, checksum(changed));
                assertThatNoException().isThrownBy(() -> open(KEY, changed));
            }
        }
    }

    private static int checksum(byte[] sealed) {
        CRC32C checksum = new CRC32C();
        checksum.update(KEY);
        checksum.update(sealed, Integer.BYTES, sealed.length - Integer.BYTES);
        return (int) checksum.getValue();
    }

    private static Entry value() {
        return Entry.of("value".getBytes(UTF_8), LIFETIME, 5);
    }

    private static byte[] sealed(Entry entry) {
        return new Envelope(-7, "epoch 1 2", entry).sealed(KEY);
    }

    private static Optional<Envelope> open(byte[] key, byte[] sealed) {
        return Envelope.open(key, sealed);
    }
}
