package dev.slipway.web;

import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.UnknownRecord;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which exception means which answer. */
class ExceptionAnswers {

    private static final Logger LOG = Logger.getLogger(ExceptionAnswers.class);

    private final ErrorPages pages;
    private final ProgramAnswers programs;

    ExceptionAnswers(ErrorPages pages, ProgramAnswers programs) {
        this.pages = pages;
        this.programs = programs;
    }

    @ServerExceptionMapper
    public Response forbidden(Forbidden e, RoutingContext routing) {
        LOG.info(e.getMessage());
        return programs.areFor(routing) ? programs.to(e) : pages.answer(403, routing.request());
    }

    @ServerExceptionMapper
    public Response unknown(UnknownRecord e, RoutingContext routing) {
        return programs.areFor(routing) ? programs.to(e) : pages.answer(404, routing.request());
    }

    @ServerExceptionMapper
    public Response conflict(Conflict e, RoutingContext routing) {
        return programs.areFor(routing) ? programs.to(e) : pages.conflict(e.getMessage(), routing.request());
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e, RoutingContext routing) {
        var answer = e.getResponse();
        if (answer.getStatus() < 400) {
            return answer;
        }
        if (programs.areFor(routing)) {
            return programs.to(e);
        }
        return answer.getStatus() < 500 ? pages.answer(answer.getStatus(), routing.request()) : broken(e, routing);
    }

    @ServerExceptionMapper
    public Response broken(Throwable e, RoutingContext routing) {
        if (programs.areFor(routing)) {
            return programs.to(e);
        }
        var incident = UUID.randomUUID().toString();
        var request = routing.request();
        LOG.errorf(e, "Incident %s: %s %s failed", incident, request.method(), request.path());
        return pages.incident(incident, request);
    }
}
