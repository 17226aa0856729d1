package org.holdfast.requests.closing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.holdfast.requests.RequestId;
import org.holdfast.shared.HoldfastSettings;
import org.holdfast.shared.ServerKey;
import org.holdfast.shared.ServerKey.Purpose;
import org.springframework.stereotype.Component;

/// What was erased, as keyed hashes of request ids with their day, so that a restored backup can erase it again. It
/// lies outside database and backups, shared by all instances; a line is on the disk before the erasure is
/// acknowledged, and goes when no backup can hold the request any more.
@Component
class ErasureFile {

    /// A day and a hash; whatever else stands there was cut short, and its erasure was never acknowledged.
    private static final Pattern LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} [A-Za-z0-9_-]{43}");

    private final Path file;
    private final Path lock;
    private final ServerKey key;
    private final ReentrantLock here = new ReentrantLock();

    ErasureFile(HoldfastSettings settings, ServerKey key) {
        this.file = settings.erasureFile().toAbsolutePath();
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
        this.key = key;
    }

    /// Returns once the line is on the disk.
    void append(RequestId request, LocalDate day) {
        String line = day + " " + hash(request) + "\n";
        alone(() -> {
            boolean fresh = !Files.exists(file);
            // a line that a full disk or a crash cut short must not take the next one with it
            String begin = fresh || endsWhole() ? "" : "\n";
            try (var out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap((begin + line).getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            if (fresh) {
                forceFolder();
            }
        });
    }

    /// Drops the lines of days before this one.
    void dropBefore(LocalDate day) {
        alone(() -> {
            if (!Files.exists(file)) {
                return;
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            List<String> kept = lines.stream()
                    .filter(line -> LINE.matcher(line).matches()
                            && !LocalDate.parse(line.substring(0, line.indexOf(' ')))
                                    .isBefore(day))
                    .toList();
            if (kept.size() == lines.size()) {
                return;
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".fresh");
            Files.write(fresh, kept, StandardCharsets.US_ASCII);
            try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        });
    }

    private boolean endsWhole() throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return in.size() == 0 || (in.read(last, in.size() - 1) == 1 && last.get(0) == '\n');
        }
    }

    String hash(RequestId request) {
        byte[] hash = key.hash(Purpose.ERASURE_HASH, request.value().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /// One at a time: in this instance by a lock in memory, among instances by a lock on a file that is never replaced.
    private void alone(Work work) {
        here.lock();
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid()) {
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure file cannot be written", e);
        } finally {
            here.unlock();
        }
    }

    private void forceFolder() throws IOException {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
