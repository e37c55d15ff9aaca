package dev.fairlead.viewer.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.diagram.Order;
import dev.fairlead.diagram.ir.Diagram;
import dev.fairlead.diagram.view.View;
import dev.fairlead.viewer.answer.Document.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A page asks several things of one view at once. */
final class DocumentTest {
    private static final Diagram DIAGRAM = Drawings.fleet(3, 3);
    private final Document document = Document.opened(new Document.Content.Picture(DIAGRAM));
    private final AtomicInteger made = new AtomicInteger();

    private Drawn draw() {
        made.incrementAndGet();
        return new Drawn(Order.of(View.DEPENDENCIES), new Arranged(DIAGRAM, true));
    }

    @Test
    void thoseThatAskTheSameAtOnceWaitForOneAnswer() throws Exception {
        var started = new CountDownLatch(8);
        List<Future<Drawn>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    started.countDown();
                    started.await();
                    return document.drawn("question", this::draw);
                }));
            }
            for (Future<Drawn> answer : answers) {
                assertThat(answer.get()).isSameAs(answers.getFirst().get());
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void aRefusalIsNotKeptSinceItMayHaveBeenForLackOfTime() throws Exception {
        assertThatThrownBy(() -> document.drawn("question", () -> {
                    throw Refusal.malformed("not now");
                }))
                .isInstanceOf(Refusal.class);
        assertThat(document.drawn("question", this::draw)).isNotNull();
    }

    @Test
    void openingAGroupIsAnotherPictureOfTheSameView() {
        var view = new Arranged(Drawings.fleet(100, 10), true);
        Shown closed = view.shown(Depth.AUTOMATIC);
        Shown open = view.shown(new Depth(true, Set.of(Drawings.host(3)), Set.of()));
        assertThat(closed.seen().nodes()).hasSizeLessThan(open.seen().nodes().size());
        assertThat(view.shown(Depth.AUTOMATIC)).isSameAs(closed);
    }
}
