package dev.slipway.cli.command;

import picocli.CommandLine;

/** The version of this program, as its file was packaged. */
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        var packaged = Version.class.getPackage().getImplementationVersion();
        return new String[] {"slipway " + (packaged == null ? "unpackaged" : packaged)};
    }
}
