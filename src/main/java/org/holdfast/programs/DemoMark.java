package org.holdfast.programs;

import org.holdfast.shared.CannotStart;
import org.holdfast.shared.HoldfastSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Made-up people and real ones never share a database: the demo refuses one that is in use, and a start without
/// `--demo` refuses the demo's, whose passphrases lie in a file beside it.
@Component
class DemoMark {

    DemoMark(JdbcClient jdbc, HoldfastSettings settings) {
        boolean other = jdbc.sql("select exists (select from programs.program where demo <> :demo)")
                .param("demo", settings.demo())
                .query(Boolean.class)
                .single();
        if (other) {
            throw new CannotStart(
                    settings.demo()
                            ? "This data belongs to a real program; the demo needs a folder of its own (--data)."
                            : "This data is the demo's made-up hospital; start it with --demo, or give another folder with"
                                    + " --data.");
        }
    }
}
