package org.holdfast.encounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.holdfast.Cast;
import org.holdfast.HoldfastTest;
import org.holdfast.encounters.Tally.Channel;
import org.holdfast.encounters.Tally.Contacts;
import org.holdfast.encounters.Tally.Door;
import org.holdfast.encounters.Tally.Minutes;
import org.holdfast.encounters.Tally.Outcome;
import org.holdfast.shared.jobs.RecurringJob;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@HoldfastTest
class FoldingTest {

    @Autowired
    Cast cast;

    @Autowired
    Encounters encounters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("foldFull")
    RecurringJob foldFull;

    @Autowired
    @Qualifier("foldWeekly")
    RecurringJob foldWeekly;

    @Test
    void nineWaitAndTheTenthEmptiesTheBox() {
        Cast.World world = cast.world();
        drop(world, 9, "GRIEF");
        foldFull.run();
        assertThat(rows(world, "select count(*) from encounters.box")).containsExactly("9");

        drop(world, 1, "SLEEP");
        foldFull.run();

        assertThat(rows(world, "select count(*) from encounters.box")).containsExactly("0");
        assertThat(rows(world, "select profession || ' ' || encounters from encounters.monthly_profession"))
                .containsExactly("nurse 10");
        assertThat(rows(world, "select topic || ' ' || encounters from encounters.monthly_topic"))
                .containsExactlyInAnyOrder("GRIEF 9", "SLEEP 1");
    }

    @Test
    void onceAWeekFewAreCountedToo() {
        Cast.World world = cast.world();
        drop(world, 2, "GRIEF");
        foldWeekly.run();
        drop(world, 3, "GRIEF");

        foldWeekly.run();

        assertThat(rows(world, "select encounters from encounters.monthly_topic"))
                .containsExactly("5");
        assertThat(rows(world, "select count(*) from encounters.box")).containsExactly("0");
    }

    private void drop(Cast.World world, int times, String topic) {
        for (int i = 0; i < times; i++) {
            world.in(() -> {
                encounters.drop(
                        new Tally(Door.NONE, "nurse", topic, Channel.CALL, Minutes.TO_15, Contacts.ONE, Outcome.TALKED),
                        false,
                        true);
                return true;
            });
        }
    }

    private List<String> rows(Cast.World world, String sql) {
        return world.in(() -> jdbc.sql(sql).query((row, n) -> row.getString(1)).list());
    }
}
