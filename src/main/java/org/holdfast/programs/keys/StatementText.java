package org.holdfast.programs.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one spelling of a statement, as docs/protocol.md gives it: fixed order of fields, lists sorted by id, no white
/// space. Whatever is spelt otherwise is no statement, so no field can hide in one.
final class StatementText {

    private static final JsonMapper JSON = new JsonMapper();

    private StatementText() {}

    static Optional<Statement> read(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode intake = root.path("intake");
            List<Statement.Supporter> supporters = new ArrayList<>();
            for (JsonNode one : root.path("supporters")) {
                supporters.add(new Statement.Supporter(
                        uuid(one.path("id")),
                        one.path("keyNumber").asInt(0),
                        one.path("key").asString(""),
                        one.path("name").asString("")));
            }
            List<String> readers = new ArrayList<>();
            for (JsonNode one : intake.path("readers")) {
                readers.add(uuid(one));
            }
            Statement statement = new Statement(
                    uuid(root.path("program")),
                    root.path("number").asInt(0),
                    root.path("day").asString(""),
                    new Statement.Intake(
                            intake.path("number").asInt(0), intake.path("key").asString(""), readers),
                    supporters);
            boolean fits = Arrays.equals(write(statement), body)
                    && Set.copyOf(readers).size() == readers.size()
                    && statement.members().size() == supporters.size();
            return fits ? Optional.of(statement) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    static byte[] write(Statement statement) {
        Map<String, Object> intake = new LinkedHashMap<>();
        intake.put("number", statement.intake().number());
        intake.put("key", statement.intake().key());
        intake.put("readers", statement.intake().readers().stream().sorted().toList());
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("v", 1);
        root.put("program", statement.program());
        root.put("number", statement.number());
        root.put("day", statement.day());
        root.put("intake", intake);
        root.put(
                "supporters",
                statement.supporters().stream()
                        .sorted(Comparator.comparing(Statement.Supporter::id))
                        .map(StatementText::supporter)
                        .toList());
        return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> supporter(Statement.Supporter one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", one.id());
        fields.put("keyNumber", one.keyNumber());
        fields.put("key", one.key());
        fields.put("name", one.name());
        return fields;
    }

    private static String uuid(JsonNode node) {
        return UUID.fromString(node.asString("")).toString();
    }
}
