package dev.sluice.adapters.web.body;

import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.RefusedBodyException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that ends in a refusal once more than a limit has been read, whatever length the client promised. */
final class LimitedInputStream extends ServletInputStream {

    private final ServletInputStream body;
    private final Refusal refusal;
    private long left;

    LimitedInputStream(ServletInputStream body, long limit, Refusal refusal) {
        this.body = body;
        this.refusal = refusal;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = body.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = body.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws RefusedBodyException {
        left -= read;
        if (left < 0) {
            throw new RefusedBodyException(refusal);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
