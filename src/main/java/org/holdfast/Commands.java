package org.holdfast;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `bin/holdfast` can be told.
@Command(
        name = "bin/holdfast",
        description = "Peer support for the people who care for others.",
        mixinStandardHelpOptions = true,
        version = "Holdfast 0.1.0",
        subcommands = RunCommand.class)
final class Commands implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do:");
    }
}
