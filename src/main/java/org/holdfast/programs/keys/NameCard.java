package org.holdfast.programs.keys;

import org.holdfast.programs.MemberId;

/// A supporter's name with the salt that opens the signed statement's commitment to it. Handed to the one seeker who
/// may see the name, and to the supporter.
///
/// @param salt 16 bytes, base64url
public record NameCard(MemberId supporterId, String name, String salt) {

    @Override
    public String toString() {
        return "NameCard " + supporterId.value();
    }
}
