package org.holdfast.notices;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param from sender's address; the sender's name is always the neutral one
/// @param home this installation's address as people type it, for the plain link of a notice
@ConfigurationProperties("holdfast.mail")
public record MailSettings(
        @DefaultValue("home@localhost") String from,
        @DefaultValue("http://localhost:8080") URI home) {

    String link(String path) {
        String base = home.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
