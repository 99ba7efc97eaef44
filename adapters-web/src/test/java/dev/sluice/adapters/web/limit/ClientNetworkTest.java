package dev.sluice.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "2001:DB8:1:2:ffff::1, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "0:0:0:0:0:0:0:1, 0000000000000000",
        "fe80::1%eth0, fe80000000000000",
        "192.0.2.7:4711, 192.0.2.7",
        "[2001:db8:1:2::7]:4711, 20010db800010002",
        "[2001:db8:1:2::7], 20010db800010002",
        "[2001:db8, unknown",
        ":4711, unknown",
        "somebody:or:other, unknown",
        "a-name-that-is-no-address, unknown"
    })
    void anAddressStandsForItsNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }

    @Test
    void aConnectionThatIsGoneHasNone() {
        assertThat(ClientNetwork.of(null)).isEqualTo("unknown");
    }
}
