package org.holdfast.conversations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.programs.MemberId;
import org.holdfast.requests.PairingId;
import org.holdfast.requests.Talk;
import org.holdfast.requests.Talks;
import org.holdfast.requests.Visitor;
import org.holdfast.shared.Ciphertext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Two people's messages. Nothing but their order, size and minute is known here.
@Service
class Conversations {

    /// Bytes a message may have: four classes (docs/protocol.md).
    private static final Set<Integer> SIZES = Set.of(290, 1058, 4130, 16_418);

    /// What came of a message.
    sealed interface Sent {

        record Kept() implements Sent {}

        record Again() implements Sent {}

        /// @param expected the next place in this direction
        record Taken(int expected) implements Sent {}

        /// No message of this pairing: wrong length, version, kind or key number.
        record Refused() implements Sent {}

        /// The conversation is not open: not yet opened, or ended.
        record Shut() implements Sent {}

        /// No such pairing, or not yours.
        record Unknown() implements Sent {}
    }

    private final Talks talks;
    private final Messages messages;

    Conversations(Talks talks, Messages messages) {
        this.talks = talks;
        this.messages = messages;
    }

    @Transactional
    Sent fromSeeker(Visitor visitor, PairingId pairing, int sequence, String envelope) {
        Optional<Talk> talk = talks.of(visitor, pairing);
        if (talk.isEmpty()) {
            return new Sent.Unknown();
        }
        Sent sent = put(talk.get(), Direction.TO_SUPPORTER, sequence, envelope);
        if (sent instanceof Sent.Kept) {
            talks.seekerSpoke(talk.get());
        }
        return sent;
    }

    @Transactional
    Sent fromSupporter(MemberId supporter, PairingId pairing, int sequence, String envelope) {
        Optional<Talk> talk = talks.of(supporter, pairing);
        if (talk.isEmpty()) {
            return new Sent.Unknown();
        }
        Sent sent = put(talk.get(), Direction.TO_SEEKER, sequence, envelope);
        if (sent instanceof Sent.Kept) {
            talks.supporterSpoke(talk.get());
        }
        return sent;
    }

    /// Empty list before a conversation is opened.
    @Transactional
    List<Message> forSeeker(Visitor visitor, int afterMine, int afterTheirs) {
        Optional<Talk> talk = talks.of(visitor);
        talk.ifPresent(talks::seekerLooked);
        return talk.map(now -> messages.after(now, afterTheirs, afterMine)).orElse(List.of());
    }

    /// Empty where there is no such pairing, or it is another's.
    @Transactional
    Optional<List<Message>> forSupporter(MemberId supporter, PairingId pairing, int afterMine, int afterTheirs) {
        Optional<Talk> talk = talks.of(supporter, pairing);
        talk.ifPresent(talks::supporterLooked);
        return talk.map(now -> messages.after(now, afterMine, afterTheirs));
    }

    private Sent put(Talk talk, Direction direction, int sequence, String base64url) {
        Optional<Ciphertext> envelope = Ciphertext.read(Ciphertext.Kind.MESSAGE, base64url)
                .filter(one -> SIZES.contains(one.bytes().length) && one.keyNumber() == talk.number());
        if (envelope.isEmpty() || sequence < 1) {
            return new Sent.Refused();
        }
        return switch (messages.put(talk, direction, sequence, envelope.get())) {
            case Messages.Put.Kept kept -> new Sent.Kept();
            case Messages.Put.Again again -> new Sent.Again();
            case Messages.Put.Taken taken -> talk.open() ? new Sent.Taken(taken.expected()) : new Sent.Shut();
        };
    }
}
