package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.http.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code slipway login}. */
@Command(
        name = "login",
        description = "Keeps a server and a token for the commands to come, after trying them. Asks for the token,"
                + " or reads it from standard input.")
final class LoginCommand implements Runnable {

    private final Access access;

    LoginCommand(Access access) {
        this.access = access;
    }

    @Override
    public void run() {
        var address = access.address();
        var token = Token.of(ask(), "The answer");
        access.client(address, token).send(Ask.get("?limit=1"));
        try {
            access.keeping().keep(address, token);
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.NOT_PERMITTED,
                    "%s can't be written: %s".formatted(access.keeping().tokenFile(), e.getMessage()),
                    e);
        }
        access.terminal()
                .out()
                .println("%s takes the token. It is kept in %s."
                        .formatted(address.server(), access.keeping().tokenFile()));
    }

    private String ask() {
        var terminal = access.terminal();
        if (terminal.screen().canAsk()) {
            var typed = terminal.screen()
                    .askSecretly("Token for %s: ".formatted(access.address().server()));
            return typed.map(String::new).orElse("");
        }
        try {
            var line = new BufferedReader(new InputStreamReader(terminal.input(), StandardCharsets.UTF_8)).readLine();
            return Objects.requireNonNullElse(line, "");
        } catch (IOException e) {
            throw new Problem(ExitCode.USAGE, "Standard input can't be read.", e);
        }
    }
}
