package org.holdfast.shared.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether this instance can serve.
@RestController
class HealthController {

    private final JdbcClient jdbc;

    HealthController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Open
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok(Map.of("status", "UP"));
    }
}
