package org.holdfast.programs;

import java.util.Set;
import java.util.UUID;
import org.holdfast.accounts.AccountId;

/// A role holder of the program at hand.
///
/// @param channel where this member's open pages hear that something is new
/// @param deputy the roles that are held as a deputy: rung second
public record Member(
        MemberId id, AccountId account, String name, String language, UUID channel, Set<Role> roles, Set<Role> deputy) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "Member " + id.value();
    }
}
