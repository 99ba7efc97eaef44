package dev.sluice.embedded.youtube;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An error answer as Google's APIs shape it. */
record ApiError(int code, String domain, String reason, String status, String message) {

    static ApiError of(YouTubeFailure failure) {
        return switch (failure) {
            case QUOTA_EXCEEDED -> quotaExceeded();
            case RATE_LIMITED -> rateLimited();
            case BACKEND_ERROR -> backendError();
        };
    }

    static ApiError missingKey() {
        return new ApiError(
                403,
                "global",
                "forbidden",
                "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity). Please use API Key"
                        + " or other form of API consumer identity to call this API.");
    }

    static ApiError wrongKey() {
        return invalid("global", "badRequest", "API key not valid. Please pass a valid API key.");
    }

    static ApiError missingParameter(String name) {
        return invalid("global", "required", "Required parameter: " + name);
    }

    static ApiError invalidParameter(String name) {
        return invalid("youtube.parameter", "invalidParameter", "Invalid value for parameter: " + name);
    }

    static ApiError invalidPageToken() {
        return invalid("youtube.parameter", "invalidPageToken", "The request specifies an invalid page token.");
    }

    static ApiError playlistNotFound() {
        return new ApiError(
                404,
                "youtube.playlistItem",
                "playlistNotFound",
                "NOT_FOUND",
                "The playlist identified with the request's playlistId parameter cannot be found.");
    }

    static ApiError notFound() {
        return new ApiError(404, "global", "notFound", "NOT_FOUND", "Not Found");
    }

    static ApiError methodNotAllowed() {
        return new ApiError(405, "global", "httpMethodNotAllowed", "UNIMPLEMENTED", "Method not allowed.");
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        error.putArray("errors")
                .addObject()
                .put("message", message)
                .put("domain", domain)
                .put("reason", reason);
        error.put("status", status);
        return body;
    }

    private static ApiError quotaExceeded() {
        return new ApiError(
                403,
                "youtube.quota",
                "quotaExceeded",
                "PERMISSION_DENIED",
                "The request cannot be completed because you have exceeded your quota.");
    }

    private static ApiError rateLimited() {
        return new ApiError(
                429,
                "global",
                "rateLimitExceeded",
                "RESOURCE_EXHAUSTED",
                "Resource has been exhausted (e.g. check quota).");
    }

    private static ApiError backendError() {
        return new ApiError(500, "global", "backendError", "INTERNAL", "Internal error encountered.");
    }

    private static ApiError invalid(String domain, String reason, String message) {
        return new ApiError(400, domain, reason, "INVALID_ARGUMENT", message);
    }
}
