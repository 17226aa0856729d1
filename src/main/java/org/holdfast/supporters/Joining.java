package org.holdfast.supporters;

import java.util.Set;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Role;
import org.holdfast.programs.people.MemberAdded;
import org.holdfast.programs.people.MemberRemoved;
import org.holdfast.programs.people.RolesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Who is given the role of a supporter joins, and who loses it leaves, in the same transaction.
@Component
class Joining {

    private final Supporters supporters;

    Joining(Supporters supporters) {
        this.supporters = supporters;
    }

    @EventListener
    void on(MemberAdded added) {
        follow(added.member(), added.roles());
    }

    @EventListener
    void on(RolesChanged changed) {
        follow(changed.member(), changed.roles());
    }

    @EventListener
    void on(MemberRemoved removed) {
        supporters.leave(removed.member());
    }

    private void follow(MemberId member, Set<Role> roles) {
        if (roles.contains(Role.SUPPORTER)) {
            supporters.join(member);
        } else {
            supporters.leave(member);
        }
    }
}
