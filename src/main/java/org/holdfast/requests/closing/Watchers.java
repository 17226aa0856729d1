package org.holdfast.requests.closing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Members;
import org.holdfast.requests.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whose open pages show something of a request.
@Repository
class Watchers {

    private final JdbcClient jdbc;
    private final Members members;

    Watchers(JdbcClient jdbc, Members members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /// The channels of supporters who are asked at present.
    List<UUID> ofOffers(RequestId request) {
        return jdbc
                .sql("select supporter_id from requests.offer where request_id = :id and state <> 'ACCEPTED'")
                .param("id", request.value())
                .query((row, n) -> new MemberId(row.getObject("supporter_id", UUID.class)))
                .list()
                .stream()
                .flatMap(id -> members.find(id).stream())
                .map(Member::channel)
                .toList();
    }

    /// The channel of the supporter who said yes.
    Optional<UUID> ofPairing(RequestId request) {
        return paired(request).map(Member::channel);
    }

    Optional<Member> paired(RequestId request) {
        return jdbc.sql("select supporter_id from requests.pairing where request_id = :id")
                .param("id", request.value())
                .query((row, n) -> new MemberId(row.getObject("supporter_id", UUID.class)))
                .optional()
                .flatMap(members::find);
    }
}
