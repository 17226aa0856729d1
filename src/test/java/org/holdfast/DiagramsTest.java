package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The picture of the modules in docs/architecture.md is drawn from the code. Where the code has moved on, the test
/// fails and leaves the new picture in target/modules.mmd, to be pasted.
class DiagramsTest {

    @Test
    void thePictureShowsTheModulesAsTheyAre() throws IOException {
        String picture = picture(ApplicationModules.of(Holdfast.class));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/modules.mmd"), picture);

        assertThat(Files.readString(Path.of("docs/architecture.md"))).contains(picture);
    }

    /// Every arrow is a use that is there, `shared` left out because all use it.
    private static String picture(ApplicationModules modules) {
        var uses = new TreeMap<String, TreeSet<String>>();
        for (ApplicationModule module : modules) {
            var used = uses.computeIfAbsent(name(module), name -> new TreeSet<>());
            module.getDirectDependencies(modules).stream().forEach(use -> used.add(name(use.getTargetModule())));
            used.remove("shared");
        }
        uses.remove("shared");
        StringBuilder out = new StringBuilder("flowchart BT\n");
        uses.forEach((module, used) -> {
            out.append("    ").append(module).append('\n');
            used.forEach(other -> out.append("    ")
                    .append(module)
                    .append(" --> ")
                    .append(other)
                    .append('\n'));
        });
        return out.toString();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
