package dev.slipway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressRulesTest {

    private static final AddressRules STRICT = new AddressRules(List.of(), "the setting");

    @Test
    void refusesEverythingInternal() throws Exception {
        for (var address : List.of(
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fd00:ec2::254",
                "fc00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1")) {
            assertThat(allows(STRICT, address)).as(address).isFalse();
        }
    }

    @Test
    void howeverAnAddressIsWrittenItIsTheSame() throws Exception {
        for (var address : List.of("127.1", "2130706433")) {
            assertThat(allows(STRICT, address)).as(address).isFalse();
        }
    }

    @Test
    void allowsTheInternet() throws Exception {
        for (var address : List.of(
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808",
                "2002:808:808::")) {
            assertThat(allows(STRICT, address)).as(address).isTrue();
        }
    }

    @Test
    void allowsInternalNetworksThatAreConfigured() throws UnknownHostException {
        var rules = AddressRules.of(Optional.of(List.of("10.1.0.0/16", "127.0.0.1", "fd00::/8")), "the setting");

        assertThat(allows(rules, "10.1.255.1")).isTrue();
        assertThat(allows(rules, "10.2.0.1")).isFalse();
        assertThat(allows(rules, "127.0.0.1")).isTrue();
        assertThat(allows(rules, "127.0.0.2")).isFalse();
        assertThat(allows(rules, "fd12::1")).isTrue();
        assertThat(allows(rules, "fc12::1")).isFalse();
    }

    @Test
    void refusesWhatIsNoNetwork() {
        for (var text :
                List.of("localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/a", "fd00::/129", "", "1.2.3", "1/2/3")) {
            assertThatThrownBy(() -> Cidr.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static boolean allows(AddressRules rules, String address) throws UnknownHostException {
        return rules.allows(InetAddress.getAllByName(address)[0]);
    }
}
