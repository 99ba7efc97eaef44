package dev.sluice.adapters.web.patch;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The strong entity tag of what carries a version, and the condition on it that a change has to name. */
public final class EntityTag {

    /** One or more tags, as a condition names them. */
    public static final String LIST = "(?:W/)?\"[\\x21\\x23-\\x7e]*\"(?:\\s*,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\")*";

    /** How long a condition may be: the pattern would need the more of the stack the longer it is. */
    public static final int LONGEST = 1_000;

    private static final String IF_MATCH = "If-Match";
    private static final Pattern TAGS = Pattern.compile(LIST);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private EntityTag() {}

    public static String of(long version) {
        return "\"v" + version + '"';
    }

    /**
     * Refuses a change unless the client has seen this version. {@code *} would match whatever is there, which is what
     * the condition is to prevent.
     *
     * @param ifMatch the header field, or null if it is missing
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw missing().asException();
        }
        if (ifMatch.length() > LONGEST || !TAGS.matcher(ifMatch.strip()).matches()) {
            throw Refusal.invalid(Violation.ofHeader(IF_MATCH, "invalid", "must hold the entity tag that was read"))
                    .asException();
        }
        if (!Arrays.asList(COMMA.split(ifMatch.strip())).contains(of(version))) {
            throw stale().asException();
        }
    }

    private static Refusal missing() {
        return Refusal.of(ProblemType.PRECONDITION_REQUIRED, "A change names the entity tag that was read.")
                .with(Violation.ofHeader(IF_MATCH, "required", "is required"));
    }

    /** The answer to a change of what has changed in the meantime. */
    public static Refusal stale() {
        return Refusal.of(ProblemType.STALE, "Read it again and repeat the change.")
                .with(Violation.ofHeader(IF_MATCH, "stale", "is not the entity tag of the present version"));
    }
}
