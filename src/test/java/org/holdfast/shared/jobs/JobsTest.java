package org.holdfast.shared.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.holdfast.HoldfastTest;
import org.holdfast.shared.Program;
import org.holdfast.shared.ProgramContext;
import org.holdfast.shared.ProgramId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoldfastTest
class JobsTest {

    @Autowired
    DataSource pool;

    @Test
    void aJobComesRoundAgainEvenAfterItFailed() throws InterruptedException {
        var rounds = new CountDownLatch(2);
        var job = new RecurringJob("test-round", Duration.ofMillis(10), () -> {
            rounds.countDown();
            throw new IllegalStateException("a fault");
        });
        var jobs = new Jobs(pool, Clock.systemUTC(), List.of(job), true);

        jobs.start();

        assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.stop();
    }

    @Test
    void oneProgramsFaultDoesNotHoldUpTheOthers() {
        var visited = new ArrayList<String>();
        var job = RecurringJob.inEachProgram(
                "test-programs", Duration.ofDays(1), () -> List.of(program("a"), program("b")), () -> {
                    visited.add(ProgramContext.current().slug());
                    if (visited.size() == 1) {
                        throw new IllegalStateException("a fault");
                    }
                });

        assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
        assertThat(visited).containsExactly("a", "b");
    }

    private static Program program(String slug) {
        return new Program(
                new ProgramId(UUID.randomUUID()),
                slug,
                "A program",
                "A hospital",
                ZoneOffset.UTC,
                "US",
                false,
                new Program.LocalText("peer supporter", "colega de apoyo"),
                List.of());
    }
}
