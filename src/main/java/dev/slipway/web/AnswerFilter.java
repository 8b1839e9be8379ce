package dev.slipway.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer but those of static files has in common. */
class AnswerFilter {

    private final ErrorPages pages;
    private final ProgramAnswers programs;

    AnswerFilter(ErrorPages pages, ProgramAnswers programs) {
        this.pages = pages;
        this.programs = programs;
    }

    /** Pages are as fresh as the release they show, and none of a shared computer's next user's business. */
    @ServerResponseFilter
    public void keepOutOfCaches(ContainerResponseContext answer) {
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }

    /** The check of form tokens refuses with an empty 400, which would leave the user with a blank page. */
    @ServerResponseFilter
    public void explainRefusedForm(ContainerResponseContext answer, RoutingContext routing) {
        if (answer.getStatus() == 400 && !answer.hasEntity()) {
            var page = programs.areFor(routing) ? programs.to(400) : pages.formTooOld(routing.request());
            answer.getHeaders().putAll(page.getHeaders());
            answer.setEntity(page.getEntity());
        }
    }
}
