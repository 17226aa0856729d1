package org.holdfast.programs.people;

import java.util.Set;
import org.holdfast.accounts.AccountId;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;

/// Somebody came to the program at hand, or came back.
public record MemberAdded(MemberId member, AccountId account, Set<Role> roles) {}
