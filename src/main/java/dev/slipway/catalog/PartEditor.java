package dev.slipway.catalog;

import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Outdated;
import dev.slipway.project.Rejected;
import dev.slipway.web.DetailsForm;
import dev.slipway.web.DetailsForms;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers the forms about applications, components and environments, which differ only in what is asked of a new one. */
@ApplicationScoped
class PartEditor {

    private final CurrentUser user;
    private final Parts parts;
    private final PartPages pages;
    private final DetailsForms forms;

    PartEditor(CurrentUser user, Parts parts, PartPages pages, DetailsForms forms) {
        this.user = user;
        this.parts = parts;
        this.pages = pages;
        this.forms = forms;
    }

    TemplateInstance askForNew(PartKind kind, List<PartPage.Choice> choices) {
        return CatalogTemplates.form(pages.creating(kind, forms.blank(), choices));
    }

    /** Creates it and goes there, or asks again. */
    RestResponse<TemplateInstance> create(
            PartKind kind, PartFields fields, List<PartPage.Choice> choices, Supplier<String> creation) {
        try {
            return RestResponse.seeOther(URI.create(creation.get()));
        } catch (Rejected e) {
            var form = forms.rejected(fields.details(), 0, e);
            return Htmx.problems(CatalogTemplates.form(pages.creating(kind, form, choices)), Htmx.MAIN);
        }
    }

    TemplateInstance askToEdit(PartKind kind, UUID id) {
        return CatalogTemplates.form(pages.editing(user.actor(), kind, id, form -> form));
    }

    /** Saves it and goes back, or asks again. */
    RestResponse<TemplateInstance> edit(PartKind kind, UUID id, PartFields fields) {
        try {
            parts.edit(user.actor(), kind, id, fields.details(), fields.edition());
            return RestResponse.seeOther(URI.create(
                    pages.editing(user.actor(), kind, id, form -> form).back()));
        } catch (Rejected e) {
            return Htmx.problems(editAgain(kind, id, forms.rejected(fields.details(), fields.edition(), e)), Htmx.MAIN);
        } catch (Outdated e) {
            return ResponseBuilder.<TemplateInstance>create(RestResponse.Status.CONFLICT)
                    .entity(editAgain(kind, id, forms.outdated(fields.details(), e)))
                    .build();
        }
    }

    private TemplateInstance editAgain(PartKind kind, UUID id, DetailsForm again) {
        return CatalogTemplates.form(pages.editing(user.actor(), kind, id, stored -> again));
    }

    TemplateInstance askToDelete(PartKind kind, UUID id, boolean htmx) {
        return pages.deleting(user.actor(), kind, id).ask(htmx);
    }

    /** Deletes it and goes to the list, or says what uses it. */
    RestResponse<TemplateInstance> delete(PartKind kind, UUID id, boolean htmx) {
        try {
            parts.delete(user.actor(), kind, id);
            return Htmx.goTo(URI.create(kind.list()), htmx);
        } catch (InUse e) {
            return pages.deleting(user.actor(), kind, id).refuse(htmx);
        }
    }
}
