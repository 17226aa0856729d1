package org.holdfast.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.holdfast.shared.ServerKey.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {

    private static final byte[] ROW = "row".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "where to reach Amara".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = key().seal(Purpose.NOTICE_ADDRESS, ROW, PLAIN);

        assertThat(key().open(Purpose.NOTICE_ADDRESS, ROW, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void opensNothingForAnotherPurposeOrRowOrAfterAChange() {
        byte[] sealed = key().seal(Purpose.NOTICE_ADDRESS, ROW, PLAIN);

        assertThatIllegalStateException().isThrownBy(() -> key().open(Purpose.WAITING_NOTE, ROW, sealed));
        assertThatIllegalStateException()
                .isThrownBy(() -> key().open(Purpose.NOTICE_ADDRESS, "other".getBytes(StandardCharsets.UTF_8), sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> key().open(Purpose.NOTICE_ADDRESS, ROW, sealed));
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        key();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("server.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotMadeAnewWhereADatabaseNeedsTheOldOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ServerKey.in(folder.resolve("server.key"), false))
                .withMessageContaining("server.key is missing");
    }

    @Test
    void printsNothing() {
        assertThat(key()).hasToString("[server key]");
    }

    private ServerKey key() {
        return ServerKey.in(folder.resolve("server.key"), true);
    }
}
