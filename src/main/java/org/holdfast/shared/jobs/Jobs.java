package org.holdfast.shared.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Runs every [RecurringJob] of the application. The table `jobs.scheduled_tasks` sees to it that instances take turns;
/// it holds the names of jobs and nothing else.
@Component
class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int AT_ONCE = 3;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Scheduler scheduler;
    private final boolean wanted;
    private volatile boolean running;

    Jobs(DataSource pool, Clock clock, List<RecurringJob> jobs, @Value("${holdfast.jobs:true}") boolean wanted) {
        this.wanted = wanted;
        this.scheduler = Scheduler.create(pool)
                .startTasks(jobs.stream().map(Jobs::task).toList())
                .tableName("jobs.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(LOOK_EVERY)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> {
            try {
                job.run();
            } catch (RuntimeException e) {
                LOG.error("the job {} failed: {}", job.name(), kind(e));
                throw e;
            }
        });
    }

    /// The kind of fault and where, never its message: a message may quote a row.
    private static String kind(RuntimeException e) {
        String state = e instanceof DataAccessException data && data.getMostSpecificCause() instanceof SQLException sql
                ? " state " + sql.getSQLState()
                : "";
        StackTraceElement[] frames = e.getStackTrace();
        return e.getClass().getName() + state + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
