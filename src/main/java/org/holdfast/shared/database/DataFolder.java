package org.holdfast.shared.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.shared.CannotStart;
import org.jspecify.annotations.Nullable;

/// The folder of one installation: one start at a time, for its owner alone.
final class DataFolder implements AutoCloseable {

    private static final int STOPPING_SECONDS = 60;

    private final FileChannel file;

    private DataFolder(FileChannel file) {
        this.file = file;
    }

    /// Takes the folder, making it where there is none. The lock dies with the process, however that ends.
    ///
    /// @throws CannotStart if another start has it
    static DataFolder take(Path data) throws IOException {
        try {
            makeForOwner(data);
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("The data folder " + data + " is a file; give another with --data.", e);
        }
        FileChannel file =
                FileChannel.open(data.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            throw new CannotStart("Another Holdfast already runs on the data folder " + data
                    + "; stop it, or give another folder with --data.");
        }
        return new DataFolder(file);
    }

    static void makeForOwner(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException thisProcessHasIt) {
            return null;
        }
    }

    /// A PostgreSQL outlives a killed application (kill -9, no memory left). It is stopped here, so that the next one
    /// can
    /// start on the same files; its write-ahead log is whole. Only while we hold the folder.
    static void stopLeftBehind(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> process = postmaster(Files.readAllLines(file));
        if (process.isEmpty()) {
            // Nobody is there, or after a restart of the machine the number is another program's: PostgreSQL would
            // refuse to start beside it.
            Files.deleteIfExists(file);
            return;
        }
        try {
            // SIGINT is PostgreSQL's fast stop; Java itself can only send SIGTERM, which waits for its clients.
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "kill -INT \"$0\"",
                            Long.toString(process.get().pid()))
                    .start()
                    .waitFor();
            process.get().onExit().get(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart(
                    "The database left behind by an earlier start (process "
                            + process.get().pid() + ") does not stop; stop it, then start again.",
                    e);
        }
    }

    /// The process of a postmaster.pid: its first line is the number, its third the start in seconds. The number alone
    /// would not do: it may have been given to somebody else since.
    private static Optional<ProcessHandle> postmaster(List<String> lines) {
        if (lines.size() < 3) {
            return Optional.empty();
        }
        long started = Long.parseLong(lines.get(2).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Math.abs(start.getEpochSecond() - started) <= 60)
                        .orElse(true));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
