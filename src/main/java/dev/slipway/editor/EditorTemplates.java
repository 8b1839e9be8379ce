package dev.slipway.editor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files under {@code templates/editor}; {@code dialog} tells the dialog from the page that stands in for it. */
@CheckedTemplate(basePath = "editor")
class EditorTemplates {

    private EditorTemplates() {}

    static native TemplateInstance edit(EditorPage page);

    static native TemplateInstance changed(EditorPage page, String focus, String said);

    static native TemplateInstance basics(BasicsPage page, boolean dialog);

    static native TemplateInstance nameState(String problem);

    static native TemplateInstance types(TypesPage page, boolean dialog);

    static native TemplateInstance task(TaskPage page, boolean dialog);

    static native TemplateInstance fields(TaskPage page, String focus);

    static native TemplateInstance upload(UploadPage page);

    static native TemplateInstance place(PlacePage page, boolean dialog);

    static native TemplateInstance rename(RenamePage page, boolean dialog);

    static native TemplateInstance question(QuestionPage page, boolean dialog);

    static native TemplateInstance meanwhile(MeanwhilePage page);
}
