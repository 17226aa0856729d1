package org.holdfast.shared.live;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.holdfast.shared.database.ListenConnection;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries news between instances by LISTEN and NOTIFY. A NOTIFY takes a lock that all commits share, so what is new is
/// gathered and sent at most twenty times a second; pages of this instance hear it at once.
@Component
class Wire implements SmartLifecycle {

    private static final String CHANNEL = "holdfast";
    private static final int EVERY_MILLIS = 50;
    private static final int MOST_IN_ONE = 150; // a payload may be 8,000 bytes long; an id is 37

    private final JdbcClient jdbc;
    private final ListenConnection listen;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final UUID self = UUID.randomUUID();
    private volatile Consumer<UUID> hearer = channel -> {};

    Wire(JdbcClient jdbc, ListenConnection listen) {
        this.jdbc = jdbc;
        this.listen = listen;
    }

    void onNews(Consumer<UUID> newHearer) {
        hearer = newHearer;
    }

    void send(UUID channel) {
        hearer.accept(channel);
        waiting.add(channel);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void flush() {
        if (waiting.isEmpty() || !running.get()) {
            return;
        }
        StringBuilder payload = new StringBuilder(self.toString());
        int taken = 0;
        for (var next = waiting.iterator(); next.hasNext() && taken < MOST_IN_ONE; taken++) {
            payload.append(' ').append(next.next());
            next.remove();
        }
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", payload.toString())
                .query((row, n) -> n)
                .list();
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-wire").start(this::hear);
        }
    }

    @Override
    @PreDestroy
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void hear() {
        while (running.get()) {
            try (Connection connection = listen.open()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (running.get()) {
                    PGNotification[] news = postgres.getNotifications(1_000);
                    for (PGNotification one : news == null ? new PGNotification[0] : news) {
                        pass(one.getParameter());
                    }
                }
            } catch (SQLException lost) {
                pause(); // pages fetch from their last number when the next news arrives
            }
        }
    }

    private void pass(String payload) {
        String[] ids = payload.split(" ");
        if (!ids[0].equals(self.toString())) {
            for (int i = 1; i < ids.length; i++) {
                hearer.accept(UUID.fromString(ids[i]));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
