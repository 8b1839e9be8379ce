package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Address;
import dev.slipway.cli.http.Client;
import dev.slipway.cli.http.Keeping;
import dev.slipway.cli.http.Patience;
import dev.slipway.cli.http.Token;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has: which Slipway, which project, with which token. */
final class Access {

    private static final String USUAL_SERVER = "http://localhost:8080";
    private static final String USUAL_PROJECT = "0";

    private final Terminal terminal;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "Address of Slipway. Else SLIPWAY_SERVER, the server of 'slipway login', " + USUAL_SERVER + ".")
    private @Nullable String server;

    @Option(
            names = "--project",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "Enterprise project. Else SLIPWAY_PROJECT, " + USUAL_PROJECT + ".")
    private @Nullable String project;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            scope = ScopeType.INHERIT,
            description = "Region of the release tasks. Else SLIPWAY_REGION, the first one of the server.")
    private @Nullable String region;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File with the API token, which nobody else may read. Else SLIPWAY_TOKEN, then what"
                    + " 'slipway login' has kept.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Trust the certificates of this PEM file, and no others.")
    private @Nullable Path authorities;

    @Option(
            names = "--insecure-http",
            scope = ScopeType.INHERIT,
            description = "Send the token over plain http to another machine, where anybody on the way can read it.")
    private boolean insecure;

    @Option(
            names = "--retry-for",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            defaultValue = "10s",
            description = "How long a request is tried again while Slipway is not reachable or busy:"
                    + " 500ms, 30s, 5m. Usually 10s.")
    private Duration retryFor = Duration.ofSeconds(10);

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show each request, and where a problem comes from. Never shows the token.")
    private boolean debug;

    Access(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean isDebug() {
        return debug;
    }

    /** What a list or a create adds to its address; empty: the region of the server. */
    String region() {
        return region == null ? terminal.variable("SLIPWAY_REGION") : region;
    }

    Address address() {
        return Address.of(
                given(server, "SLIPWAY_SERVER").or(() -> keeping().server()).orElse(USUAL_SERVER));
    }

    Keeping keeping() {
        return new Keeping(terminal);
    }

    /** A client with the token that was found. */
    Client client() {
        return client(address(), token());
    }

    /** @throws Problem if others could read the token on its way */
    Client client(Address address, Token token) {
        if (address.canBeOverheard() && !insecure) {
            throw new Problem(
                    ExitCode.USAGE,
                    "%s is plain http to another machine: anybody on the way could read the token. Use https, or --insecure-http."
                            .formatted(address.server()));
        }
        return new Client(new Client.Settings(
                address,
                given(project, "SLIPWAY_PROJECT").orElse(USUAL_PROJECT),
                token,
                authorities,
                new Patience(retryFor),
                line -> {
                    if (debug) {
                        terminal.err().println(Clean.line(line));
                    }
                }));
    }

    private java.util.Optional<String> given(@Nullable String option, String variable) {
        var value = option == null ? terminal.variable(variable) : option;
        return value.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(value);
    }

    private Token token() {
        if (tokenFile != null) {
            return Keeping.token(tokenFile);
        }
        var variable = terminal.variable("SLIPWAY_TOKEN");
        return variable.isEmpty() ? kept() : Token.of(variable, "SLIPWAY_TOKEN");
    }

    /** What was kept for one server goes to no other. */
    private Token kept() {
        var keeping = keeping();
        var token = keeping.token()
                .orElseThrow(
                        () -> new Problem(
                                ExitCode.NOT_PERMITTED,
                                "There is no token. Make one under API tokens in the console, then set SLIPWAY_TOKEN or run: slipway login"));
        keeping.server().map(Address::of).filter(of -> !of.equals(address())).ifPresent(of -> {
            throw new Problem(
                    ExitCode.NOT_PERMITTED,
                    "The token in %s is for %s, not for %s. Set SLIPWAY_TOKEN, or run: slipway login --server %s"
                            .formatted(
                                    keeping.tokenFile(),
                                    of.server(),
                                    address().server(),
                                    address().server()));
        });
        return token;
    }
}
