package org.holdfast.programs.people;

import java.util.Set;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;

/// A member of the program at hand has these roles now.
public record RolesChanged(MemberId member, Set<Role> roles) {}
