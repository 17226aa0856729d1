package org.holdfast.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The bundled scripts and styles under their hashed names, from the manifest that the frontend build writes.
@Component
public class Assets {

    private final Map<String, String> names;

    Assets(JsonMapper json) {
        try (var in = new ClassPathResource("static/a/manifest.json").getInputStream()) {
            names = json.readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the frontend is not built", e);
        }
    }

    /// The address of an asset.
    ///
    /// @throws IllegalArgumentException if the build made none of this name
    public String url(String name) {
        String hashed = names.get(name);
        if (hashed == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/a/" + hashed;
    }
}
