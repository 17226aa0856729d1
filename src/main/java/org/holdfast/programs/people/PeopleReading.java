package org.holdfast.programs.people;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.KeyStates;
import org.holdfast.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads the people of the program at hand and how far each has come.
@Component
@Transactional(readOnly = true)
class PeopleReading {

    private final Members members;
    private final KeyStates states;

    PeopleReading(Members members, KeyStates states) {
        this.members = members;
        this.states = states;
    }

    List<PeoplePage.Line> lines(KeyStates.Now now) {
        return members.all().stream().map(member -> line(member, now)).toList();
    }

    PeoplePage.Line line(MemberId id) {
        return line(members.find(id).orElseThrow(NotFound::new), states.look());
    }

    private static PeoplePage.Line line(Member member, KeyStates.Now now) {
        List<PeoplePage.RoleHeld> roles = Arrays.stream(Role.values())
                .filter(member::is)
                .map(role -> new PeoplePage.RoleHeld(role, member.deputy().contains(role)))
                .toList();
        return new PeoplePage.Line(member.id().value(), member.name(), roles, state(member, now));
    }

    private static PersonState state(Member member, KeyStates.Now now) {
        Set<Role> needing = Set.of(Role.SUPPORTER, Role.DIRECTOR);
        if (member.roles().stream().noneMatch(needing::contains)) {
            return PersonState.NO_KEY_NEEDED;
        }
        if (now.withoutKey().contains(member.id())) {
            return PersonState.INVITED;
        }
        if (now.toCompare().contains(member.id())) {
            return PersonState.TO_COMPARE;
        }
        return member.is(Role.SUPPORTER) && !now.ready().contains(member.id())
                ? PersonState.ALMOST_READY
                : PersonState.READY;
    }
}
