package org.holdfast.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.holdfast.Cast;
import org.holdfast.shared.Ciphertext.Kind;
import org.junit.jupiter.api.Test;

class CiphertextTest {

    @Test
    void takesAnEnvelopeOfItsShape() {
        byte[] note = Cast.envelope(1, 7, 4150);

        assertThat(Ciphertext.read(Kind.NOTE, base64url(note))).hasValueSatisfying(taken -> {
            assertThat(taken.keyNumber()).isEqualTo(7);
            assertThat(taken.bytes()).isEqualTo(note);
        });
    }

    @Test
    void refusesAnotherLengthVersionOrKind() {
        assertThat(Ciphertext.read(Kind.NOTE, Cast.envelope(1, 7, 4149))).isEmpty();
        assertThat(Ciphertext.read(Kind.NOTE, Cast.envelope(2, 7, 4150))).isEmpty();
        byte[] version2 = Cast.envelope(1, 7, 4150);
        version2[0] = 2;
        assertThat(Ciphertext.read(Kind.NOTE, version2)).isEmpty();
        assertThat(Ciphertext.read(Kind.NOTE, "not base64url!")).isEmpty();
    }

    @Test
    void messagesHaveFourSizesAndNoOther() {
        for (int length : new int[] {290, 1058, 4130, 16_418}) {
            assertThat(Ciphertext.read(Kind.MESSAGE, Cast.envelope(4, 1, length)))
                    .isPresent();
        }
        assertThat(Ciphertext.read(Kind.MESSAGE, Cast.envelope(4, 1, 300))).isEmpty();
    }

    @Test
    void printsNothingOfItself() {
        assertThat(Ciphertext.read(Kind.NOTE, Cast.envelope(1, 1, 4150))).hasToString("Optional[[sealed]]");
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
