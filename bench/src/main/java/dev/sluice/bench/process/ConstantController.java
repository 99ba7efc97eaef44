package dev.sluice.bench.process;

import dev.sluice.adapters.web.route.Public;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers a body of a size, the same each time: what HTTP and Spring cost without any cache. */
@RestController
final class ConstantController {

    private final ConcurrentMap<Integer, byte[]> bodies = new ConcurrentHashMap<>();

    @GetMapping("/constant/{bytes}")
    @Public
    ResponseEntity<byte[]> answer(@PathVariable int bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(bodies.computeIfAbsent(bytes, ConstantController::body));
    }

    private static byte[] body(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
