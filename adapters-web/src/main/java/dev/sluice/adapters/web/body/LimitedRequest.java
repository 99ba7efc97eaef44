package dev.sluice.adapters.web.body;

import dev.sluice.adapters.web.problem.Refusal;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A request of which no more than a limit can be read. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final Refusal refusal;

    LimitedRequest(HttpServletRequest request, long limit, Refusal refusal) {
        super(request);
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new LimitedInputStream(super.getInputStream(), limit, refusal);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
