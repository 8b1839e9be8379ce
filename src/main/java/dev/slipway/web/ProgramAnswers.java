package dev.slipway.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Says what did not work to programs, which read no pages; the package of the REST API has it. */
public interface ProgramAnswers {

    /** Whether a request comes from a program: its answers are no pages, and it shows a token instead of a cookie. */
    boolean areFor(RoutingContext routing);

    /** The answer to a request that failed for this reason. */
    Response to(Throwable why);

    /** The answer to a request that was refused with this status before anybody looked closer. */
    Response to(int status);
}
