package org.holdfast.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.shared.CannotStart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Has the cast's keys made by the browser's own code (`frontend/demo/cast.ts`), run by node. Nothing secret stands on
/// its command line: what it is told and what it made travel by pipe.
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class CastKeys {

    record Told(UUID program, LocalDate day, List<Person> people) {}

    /// @param salt 16 bytes, base64url, for the statement's commitment to the name
    record Person(
            UUID account,
            UUID member,
            String name,
            String salt,
            String language,
            boolean director,
            boolean supporter) {}

    record Made(List<StaffKey> staff, List<ProgramKeys> programs) {}

    record StaffKey(UUID account, String passphrase, String publicKey, String wrapped) {

        @Override
        public String toString() {
            return "[staff key]";
        }
    }

    /// @param programWraps and `intakeWraps`: by member
    record ProgramKeys(
            UUID program,
            String programKey,
            String intakeKey,
            Signed statement,
            Map<UUID, String> programWraps,
            Map<UUID, String> intakeWraps) {}

    record Signed(String body, String signature, String key) {}

    private final JsonMapper json;

    CastKeys(JsonMapper json) {
        this.json = json;
    }

    Made make(List<Told> programs) {
        try {
            Path script = Files.createTempFile("holdfast-cast", ".mjs");
            try {
                Files.write(script, new ClassPathResource("demo/cast.mjs").getContentAsByteArray());
                return json.readValue(run(script, json.writeValueAsBytes(programs)), Made.class);
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new CannotStart("The demo needs Node 20 or newer for its first start; it was not found.", e);
        }
    }

    private static byte[] run(Path script, byte[] told) throws IOException {
        Process node = new ProcessBuilder("node", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(told);
        }
        byte[] made = node.getInputStream().readAllBytes();
        try {
            if (node.waitFor() != 0) {
                throw new CannotStart("The demo's cast got no keys; node says why above.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was broken off.", e);
        }
        return made;
    }
}
