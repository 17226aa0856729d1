package org.holdfast.shared.live;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.shared.Limit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages that something is new; they then fetch it. A channel is a random id and says nothing; an open page
/// holds no database connection.
@Component
public class Live {

    private final Map<UUID, List<OpenPage>> pages = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Wire wire;

    Live(Wire wire) {
        this.wire = wire;
        wire.onNews(this::pass);
    }

    /// Says, once the transaction at hand has committed, that a channel has news, to pages of all instances.
    public void tell(UUID channel) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wire.send(channel);
                }
            });
        } else {
            wire.send(channel);
        }
    }

    /// An open page's stream: an event `new` whenever the channel has news, one at the start, and a comment now and
    /// then so that a lost connection is noticed.
    public SseEmitter stream(UUID channel) {
        SseEmitter emitter = new SseEmitter(0L);
        if (open.incrementAndGet() > Limit.LIVE_PAGES.number()) {
            open.decrementAndGet();
            emitter.complete(); // the page asks again, or reloads by itself
            return emitter;
        }
        OpenPage page = new OpenPage(emitter);
        pages.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(page);
        emitter.onCompletion(() -> forget(channel, page));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> emitter.complete());
        page.news();
        return emitter;
    }

    private void pass(UUID channel) {
        pages.getOrDefault(channel, List.of()).forEach(OpenPage::news);
    }

    /// Lets go of all pages before the server stops: it would wait for them. They come back to another instance.
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        pages.values().forEach(list -> list.forEach(OpenPage::end));
    }

    @Scheduled(fixedDelay = 20_000)
    void keepAlive() {
        pages.values().forEach(list -> list.forEach(OpenPage::comment));
    }

    private void forget(UUID channel, OpenPage page) {
        pages.computeIfPresent(channel, (c, list) -> {
            if (list.remove(page)) {
                open.decrementAndGet();
            }
            return list.isEmpty() ? null : list;
        });
    }
}
