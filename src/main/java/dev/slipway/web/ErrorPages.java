package dev.slipway.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Says what did not work: a page in the frame of all pages, or for htmx a fragment for the place of problems. */
@ApplicationScoped
class ErrorPages {

    private final Messages messages;

    ErrorPages(Messages messages) {
        this.messages = messages;
    }

    Response answer(int status, HttpServerRequest request) {
        return answer(page(status), request);
    }

    Response conflict(@Nullable String why, HttpServerRequest request) {
        var explanation = why == null ? messages.errorConflict() : why;
        return answer(new ErrorPage(409, messages.errorConflictTitle(), explanation, null), request);
    }

    Response incident(String incident, HttpServerRequest request) {
        return answer(new ErrorPage(500, messages.errorIncidentTitle(), messages.errorIncident(), incident), request);
    }

    Response formTooOld(HttpServerRequest request) {
        return answer(new ErrorPage(400, messages.errorFormTitle(), messages.errorForm(), null), request);
    }

    private ErrorPage page(int status) {
        return switch (status) {
            case 403 -> new ErrorPage(status, messages.errorForbiddenTitle(), messages.errorForbidden(), null);
            case 404 -> new ErrorPage(status, messages.errorUnknownTitle(), messages.errorUnknown(), null);
            case 409 -> new ErrorPage(status, messages.errorConflictTitle(), messages.errorConflict(), null);
            default -> new ErrorPage(status, messages.errorRequestTitle(), messages.errorRequest(), null);
        };
    }

    private static Response answer(ErrorPage page, HttpServerRequest request) {
        var answer = Response.status(page.status()).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        if (!request.headers().contains(Htmx.REQUEST)) {
            return answer.entity(ErrorTemplates.page(page).render()).build();
        }
        return answer.entity(ErrorTemplates.page$problem(page).render())
                .header("HX-Retarget", "#problem")
                .header("HX-Reswap", "innerHTML")
                .build();
    }
}
