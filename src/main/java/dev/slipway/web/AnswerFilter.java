package dev.slipway.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer but those of static files has in common. */
class AnswerFilter {

    private final ErrorPages pages;

    AnswerFilter(ErrorPages pages) {
        this.pages = pages;
    }

    /** Pages are as fresh as the release they show, and none of a shared computer's next user's business. */
    @ServerResponseFilter
    public void keepOutOfCaches(ContainerResponseContext answer) {
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }

    /** The check of form tokens refuses with an empty 400, which would leave the user with a blank page. */
    @ServerResponseFilter
    public void explainRefusedForm(ContainerResponseContext answer, HttpServerRequest request) {
        if (answer.getStatus() == 400 && !answer.hasEntity()) {
            var page = pages.formTooOld(request);
            answer.getHeaders().putAll(page.getHeaders());
            answer.setEntity(page.getEntity());
        }
    }
}
