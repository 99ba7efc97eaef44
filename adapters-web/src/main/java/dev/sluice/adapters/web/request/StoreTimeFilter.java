package dev.sluice.adapters.web.request;

import dev.sluice.domain.cache.StoreTime;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Has all that a request reads from the cache wait for its store no longer than one read would. */
final class StoreTimeFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            StoreTime.shared(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception unforeseen) {
            throw new ServletException(unforeseen);
        }
    }
}
