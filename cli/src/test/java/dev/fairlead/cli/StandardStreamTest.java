package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardStreamTest {
    private static StandardStream failing(String reason) {
        StandardStream stream = new StandardStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        PrintStream printer = new PrintStream(stream, true, StandardCharsets.UTF_8);
        printer.println("one");
        printer.println("two");
        return stream;
    }

    @Test
    void aReaderThatHasGoneAwayIsNoFailure() {
        assertThat(failing("Broken pipe").failure()).isNull();
    }

    @Test
    void anythingElseIsToldAtTheEnd() {
        assertThat(failing("No space left on device").failure()).isEqualTo("No space left on device");
        assertThat(new StandardStream(OutputStream.nullOutputStream()).failure())
                .isNull();
    }
}
