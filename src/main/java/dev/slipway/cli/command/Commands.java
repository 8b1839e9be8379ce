package dev.slipway.cli.command;

import picocli.CommandLine;

/**
 * Makes commands: each gets the one access that all share.
 *
 * @param access what the options of this call fill
 */
record Commands(Access access) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Access.class) {
                return type.cast(constructor.newInstance(access));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
