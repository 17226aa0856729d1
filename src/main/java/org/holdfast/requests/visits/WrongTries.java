package org.holdfast.requests.visits;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.shared.Limit;
import org.springframework.stereotype.Component;

/// Counts wrong words by source, minute by minute, in memory alone: an address is hashed under a key that is thrown
/// away every hour. Of an IPv6 address the network counts, since one household holds all addresses within. Right words
/// are never made to wait: a hospital is one source too, and whoever mistypes there, or does so on purpose, must keep
/// nobody from their supporter. Words of 76 bits need no such help.
@Component
class WrongTries {

    private static final String HASH = "HmacSHA256";

    private final SecureRandom chance = new SecureRandom();
    private final Clock clock;
    private final byte[] key = new byte[32];
    private final Map<String, Integer> tries = new HashMap<>();
    private Instant keyHour = Instant.MIN;
    private Instant minute = Instant.MIN;

    WrongTries(Clock clock) {
        this.clock = clock;
    }

    /// Counts a wrong try.
    ///
    /// @throws TooManyTries if this source had used up its wrong tries of this minute
    synchronized void count(String address) {
        if (tries.merge(source(address), 1, Integer::sum) > Limit.WRONG_WORDS_A_MINUTE.number()) {
            Duration pause = Duration.between(clock.instant(), minute.plus(1, MINUTES));
            throw new TooManyTries(pause.plusSeconds(1));
        }
    }

    private String source(String address) {
        Instant now = clock.instant();
        if (!now.truncatedTo(HOURS).equals(keyHour)) {
            keyHour = now.truncatedTo(HOURS);
            chance.nextBytes(key);
            tries.clear();
        }
        if (!now.truncatedTo(MINUTES).equals(minute)) {
            minute = now.truncatedTo(MINUTES);
            tries.clear();
        }
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return Base64.getEncoder().encodeToString(mac.doFinal(network(address)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4 ? bytes : Arrays.copyOf(bytes, 8);
        } catch (IllegalArgumentException notAnAddress) {
            return address.getBytes(StandardCharsets.UTF_8); // as a proxy gave it
        }
    }
}
