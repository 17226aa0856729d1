package org.holdfast.programs.keys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdfast.programs.Member;
import org.holdfast.programs.Role;
import org.holdfast.programs.Staff;
import org.holdfast.programs.keys.KeysPosted.StaffKeyPosted;
import org.holdfast.programs.keys.KeysPosted.StatementPosted;
import org.holdfast.programs.keys.KeysPosted.WrapPosted;
import org.holdfast.shared.Ciphertext;
import org.holdfast.shared.Ciphertext.Kind;
import org.holdfast.shared.PublicKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What a director's browser signs and wraps with the program key.
@RestController
@Staff(Role.DIRECTOR)
class StatementsController {

    private final Statements statements;
    private final Wraps wraps;

    StatementsController(Statements statements, Wraps wraps) {
        this.statements = statements;
        this.wraps = wraps;
    }

    @PostMapping("/staff/{slug}/keys/statements")
    ResponseEntity<Map<String, Object>> statement(Member director, @RequestBody StatementPosted posted) {
        Optional<List<Proposal.Wrap>> read = KeysController.read(Kind.INTAKE_WRAP, posted.wraps());
        if (read.isEmpty()) {
            return KeysController.refused("shape");
        }
        return switch (statements.accept(director, new Proposal(posted.body(), posted.signature(), read.get()))) {
            case Statements.Outcome.Accepted(int number) -> ResponseEntity.ok(Map.of("number", number));
            case Statements.Outcome.Overtaken() ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "overtaken"));
            case Statements.Outcome.Refused(var why) ->
                KeysController.refused(why.name().toLowerCase(Locale.ROOT));
        };
    }

    /// The program's first key.
    @PostMapping("/staff/{slug}/keys/program")
    ResponseEntity<Map<String, Object>> found(Member director, @RequestBody StaffKeyPosted posted) {
        Optional<PublicKey> publicKey = PublicKey.read(posted.publicKey());
        Optional<Ciphertext> wrapped = Ciphertext.read(Kind.PROGRAM_WRAP, posted.wrapped());
        if (publicKey.isEmpty() || wrapped.isEmpty()) {
            return KeysController.refused("shape");
        }
        return statements.found(director, publicKey.get(), wrapped.get())
                ? ResponseEntity.ok(Map.of("number", 1))
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("error", "taken"));
    }

    /// Another director becomes a holder of the program key.
    @PostMapping("/staff/{slug}/keys/holders")
    ResponseEntity<Map<String, Object>> holder(Member director, @RequestBody WrapPosted posted) {
        return KeysController.read(Kind.PROGRAM_WRAP, List.of(posted))
                .filter(read -> wraps.addHolder(director, read.getFirst()))
                .map(read -> ResponseEntity.ok(Map.<String, Object>of()))
                .orElseGet(() -> KeysController.refused("holder"));
    }
}
