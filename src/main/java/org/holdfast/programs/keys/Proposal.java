package org.holdfast.programs.keys;

import java.util.List;
import org.holdfast.programs.MemberId;
import org.holdfast.shared.Ciphertext;

/// A statement as a director's browser signed it, with the wraps of a new intake key where it names one.
///
/// @param body exact bytes, base64url
/// @param signature Ed25519 of the program's current key, base64url
/// @param wraps of the new intake key for every reader; empty where the key stays
public record Proposal(String body, String signature, List<Wrap> wraps) {

    public Proposal {
        wraps = List.copyOf(wraps);
    }

    /// A key wrapped for one member's staff key.
    public record Wrap(MemberId member, Ciphertext wrapped) {}
}
