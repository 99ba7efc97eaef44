package dev.sluice.adapters.persistence.transaction;

import org.jooq.ExecuteContext;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;

/** Translates the failure of a statement before jOOQ throws it. */
final class FailureTranslation implements ExceptionTranslatorExecuteListener {

    private static final long serialVersionUID = 1;

    @Override
    public void exception(ExecuteContext context) {
        RuntimeException failure = context.exception();
        if (failure != null) {
            context.exception(DatabaseFailures.translate(failure));
        }
    }
}
