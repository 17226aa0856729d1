package org.holdfast.programs.people;

import java.util.Set;
import org.holdfast.accounts.AccountId;
import org.holdfast.accounts.Accounts;
import org.holdfast.programs.Accountability;
import org.holdfast.programs.Act;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.programs.Role;
import org.holdfast.programs.keys.Keys;
import org.holdfast.shared.NotFound;
import org.holdfast.shared.live.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who comes, who goes, who does what. A role gives pages, never keys; taking a role or a person away takes effect at
/// once, on the server, and for the keys with the next signed statement.
@Component
@Transactional
public class People {

    /// Why a change of people is not made.
    public enum Refusal {
        /// They are here already.
        ALREADY_HERE,
        /// Everybody has at least one role; who shall have none is removed.
        NO_ROLE,
        /// A program keeps a director who is no deputy.
        LAST_DIRECTOR
    }

    /// What came of a change.
    public sealed interface Outcome {

        record Done(MemberId member) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /// Roles, and which of them are held as a deputy.
    public record Roles(Set<Role> roles, Set<Role> deputy) {

        public Roles {
            roles = Set.copyOf(roles);
            deputy = Set.copyOf(deputy);
        }

        boolean directs() {
            return roles.contains(Role.DIRECTOR) && !deputy.contains(Role.DIRECTOR);
        }
    }

    private final PeopleStore store;
    private final Members members;
    private final Accounts accounts;
    private final Keys keys;
    private final Accountability accountability;
    private final ApplicationEventPublisher events;
    private final Live live;

    People(
            PeopleStore store,
            Members members,
            Accounts accounts,
            Keys keys,
            Accountability accountability,
            ApplicationEventPublisher events,
            Live live) {
        this.store = store;
        this.members = members;
        this.accounts = accounts;
        this.keys = keys;
        this.accountability = accountability;
        this.events = events;
        this.live = live;
    }

    /// Adds somebody by mail address. Whoever was here before comes back under their old id.
    public Outcome add(Member director, String name, String email, String language, Roles roles) {
        if (roles.roles().isEmpty()) {
            return new Outcome.Refused(Refusal.NO_ROLE);
        }
        AccountId account = accounts.open(email, name, language);
        if (members.ofAccount(account).isPresent()) {
            return new Outcome.Refused(Refusal.ALREADY_HERE);
        }
        MemberId member = store.welcome(account);
        store.setRoles(member, roles);
        accountability.note(director.account(), Act.MEMBER_ADDED);
        events.publishEvent(new MemberAdded(member, account, roles.roles()));
        return new Outcome.Done(member);
    }

    public Outcome changeRoles(Member director, MemberId id, Roles roles) {
        store.lock();
        Member member = members.find(id).orElseThrow(NotFound::new);
        if (roles.roles().isEmpty()) {
            return new Outcome.Refused(Refusal.NO_ROLE);
        }
        if (!roles.directs() && lastDirector(member)) {
            return new Outcome.Refused(Refusal.LAST_DIRECTOR);
        }
        store.setRoles(id, roles);
        keys.forgetWraps(
                id,
                member.is(Role.SUPPORTER) && !roles.roles().contains(Role.SUPPORTER),
                member.is(Role.DIRECTOR) && !roles.roles().contains(Role.DIRECTOR));
        accountability.note(director.account(), Act.ROLE_CHANGED);
        events.publishEvent(new RolesChanged(id, roles.roles()));
        live.tell(member.channel());
        return new Outcome.Done(id);
    }

    /// Refuses the person everything at once: roles, wraps and sessions are gone with this transaction.
    public Outcome remove(Member director, MemberId id) {
        store.lock();
        Member member = members.find(id).orElseThrow(NotFound::new);
        if (lastDirector(member)) {
            return new Outcome.Refused(Refusal.LAST_DIRECTOR);
        }
        events.publishEvent(new MemberRemoved(id));
        store.remove(id);
        keys.forgetWraps(id, true, true);
        accounts.endSessions(member.account());
        accountability.note(director.account(), Act.MEMBER_REMOVED);
        members.all().forEach(other -> live.tell(other.channel()));
        return new Outcome.Done(id);
    }

    private boolean lastDirector(Member member) {
        var directors = members.with(Role.DIRECTOR, false);
        return directors.size() == 1 && directors.getFirst().id().equals(member.id());
    }
}
