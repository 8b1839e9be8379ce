package dev.slipway.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address.
 *
 * @param bits how many bits of an address the network has: 32 or 128
 * @param prefix how many of them are the same in all its addresses
 */
public record Cidr(BigInteger base, int bits, int prefix) {

    // Only what can't be a host name, so that reading a network never asks a name server.
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads a network.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Cidr of(String text) {
        var parts = text.strip().split("/", -1);
        if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("\"%s\" is no network such as 10.0.0.0/8".formatted(text));
        }
        try {
            var address = InetAddress.getByName(parts[0]).getAddress();
            var bits = address.length * 8;
            var prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("\"%s\" has a prefix that is not in 0 to %d".formatted(text, bits));
            }
            return new Cidr(head(address, bits - prefix), bits, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is no network such as 10.0.0.0/8".formatted(text), e);
        }
    }

    /** Whether an address lies in this network. */
    public boolean contains(byte[] address) {
        return address.length * 8 == bits && head(address, bits - prefix).equals(base);
    }

    private static BigInteger head(byte[] address, int tail) {
        return new BigInteger(1, address).shiftRight(tail);
    }
}
