package org.holdfast.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.holdfast.Cast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is on the disk, in the database and in the logs after people have asked, talked and closed.
@Tag("slow")
class ByteSearchTest {

    private static OwnServer server;

    @BeforeAll
    static void start() throws IOException {
        server = OwnServer.start(Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /// The search is worth something only if it finds what is there.
    @Test
    void findsWhatIsPlantedInEveryPlace() throws IOException, SQLException {
        var planted = new ByteSearch().text("planted", "Kelp7-quay-Grebe");
        try (var superuser = server.superuser();
                var insert = superuser.prepareStatement(
                        "insert into accounts.account (id, email, name, language, created_on)"
                                + " values (?, 'planted@example.org', ?, 'en', '2026-01-01')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "Kelp7-quay-Grebe");
            insert.executeUpdate();
        }
        Files.writeString(server.temp().resolve("upload.tmp"), "...Kelp7-quay-Grebe");
        Files.writeString(server.output(), "a line with Kelp7-quay-Grebe\n", StandardOpenOption.APPEND);

        assertThat(server.search(planted))
                .allSatisfy((place, found) -> assertThat(found).as(place).isNotEmpty());
    }

    @Test
    void findsEverySpelling(@TempDir Path folder) throws IOException {
        var search = new ByteSearch()
                .text("a word", "Kelp7-quay-Grebe")
                .bytes("a key", Cast.bytes(32))
                .id("an id", UUID.randomUUID());
        // a file larger than a block of the search, so that some lie across its edges
        var around = "x".repeat(150_001).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("planted"), around);
        for (byte[] spelling : search.spellings().values()) {
            Files.write(file, spelling, StandardOpenOption.APPEND);
            Files.write(file, around, StandardOpenOption.APPEND);
        }

        assertThat(search.in(folder).stream().map(found -> found.what() + ", " + found.spelling()))
                .containsExactlyInAnyOrderElementsOf(search.spellings().keySet());
    }

    @Test
    void findsBase64OfWhateverStandsAround() {
        var search = new ByteSearch().text("a word", "Kelp7-quay-Grebe");
        for (int before = 0; before < 6; before++) {
            String text = "ñ".repeat(before) + "x".repeat(before % 3) + "Kelp7-quay-Grebe and more";
            byte[] hay = Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
            assertThat(search.in("here", hay)).as("after " + before).isNotEmpty();
        }
    }
}
