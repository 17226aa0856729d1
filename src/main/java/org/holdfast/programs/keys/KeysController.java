package org.holdfast.programs.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.accounts.StaffKeys;
import org.holdfast.programs.Member;
import org.holdfast.programs.MemberId;
import org.holdfast.programs.Staff;
import org.holdfast.programs.keys.KeysPosted.StaffKeyPosted;
import org.holdfast.programs.keys.KeysPosted.WrapPosted;
import org.holdfast.programs.keys.KeysPosted.WrapsPosted;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Ciphertext.Kind;
import org.holdfast.shared.PublicKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What a member's browser may and should do with keys: its own staff key, and wraps for newcomers.
@RestController
@Staff
class KeysController {

    private final KeysReading reading;
    private final StaffKeys staffKeys;
    private final Wraps wraps;

    KeysController(KeysReading reading, StaffKeys staffKeys, Wraps wraps) {
        this.reading = reading;
        this.staffKeys = staffKeys;
        this.wraps = wraps;
    }

    @GetMapping("/staff/{slug}/keys")
    KeysShown.StaffKeysShown keys(Member member) {
        return reading.forMember(member);
    }

    @PostMapping("/staff/{slug}/keys/staff")
    ResponseEntity<Map<String, Object>> staffKey(Member member, @RequestBody StaffKeyPosted posted) {
        Optional<PublicKey> publicKey = PublicKey.read(posted.publicKey());
        Optional<Ciphertext> wrapped = Ciphertext.read(Kind.STAFF_WRAP, posted.wrapped());
        if (publicKey.isEmpty() || wrapped.isEmpty()) {
            return refused("shape");
        }
        return switch (staffKeys.add(member.account(), publicKey.get(), wrapped.get())) {
            case StaffKeys.Added.Kept(var key) -> ResponseEntity.ok(Map.of("number", key.number()));
            case StaffKeys.Added.NumberTaken() ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "taken"));
        };
    }

    @PostMapping("/staff/{slug}/keys/wraps")
    ResponseEntity<Map<String, Object>> wraps(Member member, @RequestBody WrapsPosted posted) {
        Optional<List<Proposal.Wrap>> read = read(Kind.INTAKE_WRAP, posted.wraps());
        if (read.isEmpty()) {
            return refused("shape");
        }
        return wraps.add(member, read.get()) ? ResponseEntity.ok(Map.of()) : refused("reader");
    }

    /// A wrap of one's own that does not open: it goes, and another reader makes one.
    @DeleteMapping("/staff/{slug}/keys/wraps/{number}")
    ResponseEntity<Map<String, Object>> broken(Member member, @PathVariable int number) {
        wraps.forgetBroken(member, number);
        return ResponseEntity.ok(Map.of());
    }

    /// All of them, or empty where one is no such envelope.
    static Optional<List<Proposal.Wrap>> read(Kind kind, List<WrapPosted> posted) {
        List<Proposal.Wrap> read = posted.stream()
                .flatMap(one -> Ciphertext.read(kind, one.wrapped()).stream()
                        .map(wrapped -> new Proposal.Wrap(new MemberId(one.member()), wrapped)))
                .toList();
        return read.size() == posted.size() ? Optional.of(read) : Optional.empty();
    }

    static ResponseEntity<Map<String, Object>> refused(String why) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("error", why));
    }
}
