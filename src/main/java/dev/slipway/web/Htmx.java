package dev.slipway.web;

import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers for htmx, which sends {@link #REQUEST} with whatever it asks. */
public final class Htmx {

    /** Present where a fragment is asked for: {@code @RestHeader(Htmx.REQUEST) boolean htmx}. */
    public static final String REQUEST = "HX-Request";

    /** Where a page has its content. */
    public static final String MAIN = "#main";

    /** Where a page has its dialog. */
    public static final String DIALOG = "#dialog";

    private static final int UNPROCESSABLE = 422;

    private Htmx() {}

    /**
     * A form with what is wrong in it.
     *
     * @param form the whole page, or for htmx the fragment that holds the form
     * @param target the selector of what the fragment goes into, whatever the form itself aims at
     */
    public static RestResponse<TemplateInstance> problems(TemplateInstance form, String target) {
        return ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE, "Unprocessable Content")
                .entity(form)
                .header("HX-Retarget", target)
                .header("HX-Reswap", "innerHTML")
                .build();
    }

    /**
     * A form that comes too late, with how things stand now.
     *
     * @param form the whole page, or for htmx the fragment that holds the form
     * @param target the selector of what the fragment goes into, whatever the form itself aims at
     */
    public static RestResponse<TemplateInstance> conflict(TemplateInstance form, String target) {
        return ResponseBuilder.<TemplateInstance>create(RestResponse.Status.CONFLICT)
                .entity(form)
                .header("HX-Retarget", target)
                .header("HX-Reswap", "innerHTML")
                .build();
    }

    /** Closes the dialog that asked, and draws the fragment where the form aims at. */
    public static RestResponse<TemplateInstance> closeDialog(TemplateInstance fragment) {
        return ResponseBuilder.ok(fragment).header("HX-Trigger", "dialog:close").build();
    }

    /**
     * What a dialog is answered with that has done its work: for htmx it closes, and the page it was on changes; else a
     * redirect leads there.
     */
    public static RestResponse<TemplateInstance> done(boolean htmx, Supplier<TemplateInstance> fragment, String page) {
        return htmx ? closeDialog(fragment.get()) : RestResponse.seeOther(URI.create(page));
    }

    /** Leads to another page: for htmx the whole page goes there, else by redirect. */
    public static RestResponse<TemplateInstance> goTo(URI page, boolean htmx) {
        return htmx
                ? ResponseBuilder.<TemplateInstance>create(RestResponse.Status.NO_CONTENT)
                        .header("HX-Redirect", page)
                        .build()
                : RestResponse.seeOther(page);
    }
}
