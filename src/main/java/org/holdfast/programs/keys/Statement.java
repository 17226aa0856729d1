package org.holdfast.programs.keys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.programs.MemberId;

/// What a statement says: to which key notes are sealed and who reads them; which supporters' keys are real.
///
/// @param program the program's id
/// @param day ISO date
record Statement(String program, int number, String day, Intake intake, List<Supporter> supporters) {

    /// @param key X25519 public key, base64url
    record Intake(int number, String key, List<String> readers) {}

    /// @param keyNumber of the staff key
    /// @param key X25519 public key, base64url
    /// @param name commitment: SHA-256 of salt and name, base64url
    record Supporter(String id, int keyNumber, String key, String name) {

        MemberId member() {
            return new MemberId(UUID.fromString(id));
        }
    }

    Set<MemberId> readers() {
        return intake.readers().stream()
                .map(id -> new MemberId(UUID.fromString(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<MemberId> members() {
        return supporters.stream().map(Supporter::member).collect(Collectors.toUnmodifiableSet());
    }

    Optional<Supporter> supporter(MemberId id) {
        return supporters.stream().filter(one -> one.member().equals(id)).findFirst();
    }
}
