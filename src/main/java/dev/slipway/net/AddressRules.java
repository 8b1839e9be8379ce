package dev.slipway.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be called where a user says the address: those of the internet, and the networks that the
 * configuration allows. The rest is Slipway's own machine and what lies around it, which nobody outside should reach
 * through it.
 */
public final class AddressRules {

    private static final List<Cidr> INTERNAL = Stream.of(
                    // this host, loopback, private networks, the networks of carriers, link-local with its metadata
                    // services
                    "0.0.0.0/8",
                    "127.0.0.0/8",
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "169.254.0.0/16",
                    // Azure's metadata service
                    "168.63.129.16",
                    // protocols, documentation, benchmarks, multicast, reserved, broadcast
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // the same for IPv6, and whatever else is not global unicast
                    "::/8",
                    "100::/8",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(Cidr::of)
            .toList();

    private static final Cidr TRANSLATED = Cidr.of("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");

    private final List<Cidr> allowed;
    private final String setting;

    /**
     * Takes the networks that may be called although they are internal.
     *
     * @param setting what an administrator sets to allow them
     */
    public AddressRules(List<Cidr> allowed, String setting) {
        this.allowed = List.copyOf(allowed);
        this.setting = setting;
    }

    /** Reads the networks from a setting. */
    public static AddressRules of(Optional<List<String>> networks, String setting) {
        var allowed = networks.orElse(List.of()).stream().map(Cidr::of).toList();
        return new AddressRules(allowed, setting);
    }

    /** What an administrator sets to allow an internal network. */
    String setting() {
        return setting;
    }

    /** Whether an address may be called. */
    public boolean allows(InetAddress address) {
        return allows(address.getAddress());
    }

    private boolean allows(byte[] address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        // Both carry an IPv4 address inside, to which the call would go in the end.
        if (TRANSLATED.contains(address)) {
            return allows(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return allows(Arrays.copyOfRange(address, 2, 6));
        }
        return INTERNAL.stream().noneMatch(network -> network.contains(address));
    }
}
