package org.holdfast.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other users of the machine can reach the port; without the password they get nothing, at no moment.
class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void nobodyGetsInWithoutThePasswordNotEvenDuringTheFirstStart() throws Exception {
        AtomicBoolean started = new AtomicBoolean();
        AtomicBoolean gotIn = new AtomicBoolean();
        Thread neighbour = Thread.ofVirtual().start(() -> {
            while (!started.get()) {
                gotIn.compareAndSet(false, getsIn());
            }
        });

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            started.set(true);
            neighbour.join();

            assertThat(gotIn).isFalse();
            assertThat(getsIn()).isFalse();
            assertThat(database.superuserPassword().text()).isNotEmpty();
        }
    }

    @Test
    void aFirstStartThatWasCutShortLeavesNoOpenDoor() throws Exception {
        EmbeddedDatabase.start(data).close();
        Files.writeString(data.resolve("postgres/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(database.url()).isNotEmpty();
            assertThat(getsIn()).isFalse();
        }
    }

    private boolean getsIn() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres";
            DriverManager.getConnection(url, "postgres", "guessed").close();
            return true;
        } catch (IOException | SQLException | IndexOutOfBoundsException notYetOrRefused) {
            return false;
        }
    }
}
