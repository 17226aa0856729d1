package org.holdfast;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdfast.shared.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves, in the foreground, until told to stop. What keeps it from starting is said in one line.
@Command(name = "run", description = "Start, in the foreground.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Option(names = "--demo", description = "The made-up hospital, for this machine alone.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen (HOLDFAST_PORT, else 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of database and keys (HOLDFAST_DATA, else data; in the demo: data-demo).")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            refuseTakenPort();
            // With the context's closing, on SIGTERM and Ctrl-C, the embedded database stops too.
            var context = (WebServerApplicationContext)
                    new SpringApplication(Holdfast.class).run(settings().toArray(String[]::new));
            var server = context.getWebServer();
            int listening = server == null ? port() : server.getPort();
            out.println("Ready: http://localhost:" + listening);
            out.flush();
            return 0;
        } catch (RuntimeException e) {
            String why = why(e);
            if (why == null) {
                e.printStackTrace(err);
            }
            err.println(why == null ? "Holdfast did not start; the fault is above." : why);
            err.flush();
            return 1;
        }
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.add("--server.port=" + port());
        Path folder = folder();
        if (folder != null) {
            settings.add("--holdfast.data=" + folder);
        }
        if (demo) {
            settings.add("--holdfast.demo=true");
            // Its sign-in asks for nothing, so nobody but this machine may reach it.
            settings.add("--server.address=127.0.0.1");
        }
        settings.add("--spring.main.log-startup-info=false");
        // We say ourselves why it did not start, in one line.
        settings.add("--logging.level.org.springframework.boot.SpringApplication=off");
        settings.add("--logging.level.org.springframework.boot.diagnostics=off");
        settings.add("--logging.level.org.springframework.boot.web.server.servlet.context=error");
        return settings;
    }

    private @Nullable Path folder() {
        return data == null && demo && System.getenv("HOLDFAST_DATA") == null ? Path.of("data-demo") : data;
    }

    private int port() {
        String given = System.getenv().getOrDefault("HOLDFAST_PORT", "8080");
        try {
            return port == null ? Integer.parseInt(given) : port;
        } catch (NumberFormatException e) {
            throw new CannotStart("HOLDFAST_PORT is no number: " + given, e);
        }
    }

    /// Asked before the database starts, so that the answer comes at once.
    private void refuseTakenPort() {
        int wanted = port();
        if (wanted < 0 || wanted > 65_535) {
            throw new CannotStart("There is no port " + wanted + "; it is a number from 1 to 65535.");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(
                    demo
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted)
                            : new InetSocketAddress(wanted));
        } catch (IOException e) {
            throw new CannotStart(
                    wanted > 0 && wanted < 1024
                            ? "Port " + wanted + " is in use or needs more rights; give another with --port."
                            : "Port " + wanted + " is in use; give another with --port.",
                    e);
        }
    }

    private @Nullable String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                return cause.getMessage();
            }
            if (cause instanceof PortInUseException taken) {
                return "Port " + taken.getPort() + " is in use; give another with --port.";
            }
            if (cause instanceof AccessDeniedException denied) {
                return "No right to use " + denied.getFile()
                        + "; give another folder with --data, or change its owner.";
            }
        }
        return null;
    }
}
