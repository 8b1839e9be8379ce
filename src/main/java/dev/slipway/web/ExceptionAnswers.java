package dev.slipway.web;

import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.UnknownRecord;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which exception means which answer. */
class ExceptionAnswers {

    private static final Logger LOG = Logger.getLogger(ExceptionAnswers.class);

    private final ErrorPages pages;

    ExceptionAnswers(ErrorPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response forbidden(Forbidden e, HttpServerRequest request) {
        LOG.info(e.getMessage());
        return pages.answer(403, request);
    }

    @ServerExceptionMapper
    public Response unknown(UnknownRecord e, HttpServerRequest request) {
        return pages.answer(404, request);
    }

    @ServerExceptionMapper
    public Response conflict(Conflict e, HttpServerRequest request) {
        return pages.conflict(e.getMessage(), request);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e, HttpServerRequest request) {
        var answer = e.getResponse();
        if (answer.getStatus() < 400) {
            return answer;
        }
        return answer.getStatus() < 500 ? pages.answer(answer.getStatus(), request) : broken(e, request);
    }

    @ServerExceptionMapper
    public Response broken(Throwable e, HttpServerRequest request) {
        var incident = UUID.randomUUID().toString();
        LOG.errorf(e, "Incident %s: %s %s failed", incident, request.method(), request.path());
        return pages.incident(incident, request);
    }
}
