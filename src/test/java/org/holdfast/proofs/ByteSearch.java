package org.holdfast.proofs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// Looks for things that must not be anywhere, in every spelling in which bytes come to lie on a disk: as they are,
/// UTF-16 of both orders, hex of both cases, percent signs, and both alphabets of base64 at its three offsets.
final class ByteSearch {

    private static final int SHORTEST = 8;
    private static final int BLOCK = 1 << 20;

    /// @param what the name of the canary, never the canary itself
    record Found(String what, String spelling, String where) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Needle(String what, String spelling, byte[] bytes) {}

    private final Map<Integer, List<Needle>> byStart = new HashMap<>();
    private final Map<String, byte[]> canaries = new LinkedHashMap<>();
    private int longest;

    /// A text somebody typed.
    ByteSearch text(String what, String canary) {
        byte[] raw = canary.getBytes(StandardCharsets.UTF_8);
        add(what, "UTF-16LE", canary.getBytes(StandardCharsets.UTF_16LE));
        add(what, "UTF-16BE", canary.getBytes(StandardCharsets.UTF_16BE));
        return bytes(what, raw);
    }

    /// A key, an envelope, a hash.
    ByteSearch bytes(String what, byte[] canary) {
        canaries.put(what, canary);
        add(what, "raw", canary);
        String hex = HexFormat.of().formatHex(canary);
        add(what, "hex", ascii(hex));
        add(what, "HEX", ascii(hex.toUpperCase(Locale.ROOT)));
        add(what, "percent", ascii(hex.replaceAll("..", "%$0")));
        add(what, "PERCENT", ascii(hex.toUpperCase(Locale.ROOT).replaceAll("..", "%$0")));
        for (int offset = 0; offset < 3; offset++) {
            add(what, "base64 at " + offset, inner(Base64.getEncoder(), canary, offset));
            add(what, "base64url at " + offset, inner(Base64.getUrlEncoder(), canary, offset));
        }
        return this;
    }

    /// An id, as text too.
    ByteSearch id(String what, UUID id) {
        text(what + " as text", id.toString());
        ByteBuffer raw =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return bytes(what, raw.array());
    }

    Set<String> canaries() {
        return canaries.keySet();
    }

    /// Every spelling of everything that is looked for, one after the other: what a planted file holds.
    Map<String, byte[]> spellings() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        byStart.values()
                .forEach(list ->
                        list.forEach(needle -> all.put(needle.what() + ", " + needle.spelling(), needle.bytes())));
        return all;
    }

    /// All files below a folder.
    List<Found> in(Path folder) throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                try {
                    found.addAll(
                            inFile(file, name.isEmpty() ? file.getFileName().toString() : name));
                } catch (NoSuchFileException vanished) {
                    // PostgreSQL renames and removes its own meanwhile
                }
            }
        }
        return found;
    }

    List<Found> in(String where, byte[] hay) {
        return search(where, hay, hay.length);
    }

    private List<Found> inFile(Path file, String where) throws IOException {
        Set<Found> found = new TreeSet<>(Comparator.comparing(Found::toString));
        try (var in = Files.newInputStream(file)) {
            // what a block's end cut in two is found in the next, which begins with that end again
            byte[] block = new byte[BLOCK + longest];
            int kept = 0;
            for (int read = in.readNBytes(block, 0, BLOCK); read > 0; ) {
                found.addAll(search(where, block, kept + read));
                int length = kept + read;
                kept = Math.min(longest, length);
                System.arraycopy(block, length - kept, block, 0, kept);
                read = in.readNBytes(block, kept, BLOCK);
            }
        }
        return List.copyOf(found);
    }

    private List<Found> search(String where, byte[] hay, int length) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at + SHORTEST <= length; at++) {
            List<Needle> starting = byStart.get(start(hay, at));
            if (starting == null) {
                continue;
            }
            for (Needle needle : starting) {
                int end = at + needle.bytes().length;
                if (end <= length && Arrays.equals(hay, at, end, needle.bytes(), 0, needle.bytes().length)) {
                    found.add(new Found(needle.what(), needle.spelling(), where));
                }
            }
        }
        return found;
    }

    private void add(String what, String spelling, byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(what + " is too short to be told from chance");
        }
        longest = Math.max(longest, bytes.length);
        List<Needle> starting = byStart.computeIfAbsent(start(bytes, 0), start -> new ArrayList<>());
        if (starting.stream().noneMatch(needle -> Arrays.equals(needle.bytes(), bytes))) {
            starting.add(new Needle(what, spelling, bytes));
        }
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    /// The characters that depend on these bytes alone, wherever they stand in what is encoded.
    private static byte[] inner(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        int from = (offset * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoded, from, to);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
