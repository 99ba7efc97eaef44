package dev.sluice.adapters.youtube;

import dev.sluice.adapters.youtube.AnswerMemory.Answer;
import dev.sluice.domain.metric.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** One resource of the API, of which lists are asked for. Safe for use by many threads. */
final class Resource<T> {

    private static final String ROOT = "/youtube/v3/";

    private final String name;
    private final ParameterizedTypeReference<Listing<T>> type;
    private final RestClient client;
    private final AnswerMemory<T> memory;
    private final Metrics metrics;

    /** @param remembered how many answers are remembered */
    Resource(
            String name,
            ParameterizedTypeReference<Listing<T>> type,
            RestClient client,
            int remembered,
            Metrics metrics) {
        this.name = name;
        this.type = type;
        this.client = client;
        this.metrics = metrics;
        memory = new AnswerMemory<>(remembered);
    }

    /**
     * Asks for a list. That costs a unit even if it fails or nothing has changed: so YouTube counts.
     *
     * @param query with a variable for each value
     * @throws RuntimeException as {@link YouTubeFailures} classifies it
     * @throws OutOfUnits if there is no unit left
     */
    Listing<T> list(Allowance units, String query, Object... values) {
        units.spend();
        List<Object> question =
                Stream.concat(Stream.of(query), Stream.of(values)).toList();
        try {
            return ask(question, query, values);
        } catch (RestClientException failure) {
            count("failed");
            throw YouTubeFailures.classify(failure);
        }
    }

    private Listing<T> ask(List<Object> question, String query, Object... values) {
        Optional<Answer<T>> known = memory.find(question);
        ResponseEntity<Listing<T>> response = client.get()
                .uri(ROOT + name + query, values)
                .headers(headers -> known.map(Answer::etag).ifPresent(headers::setIfNoneMatch))
                .retrieve()
                .toEntity(type);
        if (known.isPresent() && response.getStatusCode() == HttpStatus.NOT_MODIFIED) {
            count("unchanged");
            return known.get().listing();
        }
        Listing<T> listing = received(response);
        Optional.ofNullable(response.getHeaders().getETag())
                .ifPresent(etag -> memory.keep(question, new Answer<>(etag, listing)));
        count("answered");
        return listing;
    }

    private static <T> Listing<T> received(ResponseEntity<Listing<T>> response) {
        Listing<T> listing = response.getBody();
        if (listing == null) {
            throw new RestClientException("the answer is empty");
        }
        return listing;
    }

    private void count(String outcome) {
        metrics.count("youtube.units", "resource", name, "outcome", outcome);
    }
}
