package dev.slipway.token;

import dev.slipway.project.Actor;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Looks up and changes what pages show of tokens, whosever they are. Whoever calls says that the actor may. */
@ApplicationScoped
public class TokenViews {

    private final Tokens tokens;
    private final TokenMessages messages;

    TokenViews(Tokens tokens, TokenMessages messages) {
        this.tokens = tokens;
        this.messages = messages;
    }

    /** The tokens there are, and an empty form. */
    public TokensView show(TokenOwner owner, String path) {
        return view(owner, path, null, TokensView.Form.blank());
    }

    /** Makes a token, whose text is in the view this once; or says in the form why it can't. */
    public TokensView create(Actor actor, TokenOwner owner, String path, TokenForm form) {
        try {
            var made = tokens.create(actor, owner, form.wish());
            return view(owner, path, made, TokensView.Form.blank());
        } catch (RefusedToken e) {
            var problem = messages.problem(e.why().name());
            return view(owner, path, null, form.typed().with(e.why().field(), problem));
        }
    }

    private TokensView view(TokenOwner owner, String path, @Nullable String made, TokensView.Form form) {
        return new TokensView(path, tokens.of(owner), made, form);
    }

    /** The question whether a token of a service account is to be refused from now on. */
    public TemplateInstance askToRevoke(TokenOwner owner, String path, long id) {
        return TokenTemplates.revoke(new RevokePage("projects", owner.username(), path, id, tokens.nameOf(owner, id)));
    }

    TemplateInstance askToRevokeOwn(TokenOwner owner, String path, long id) {
        return TokenTemplates.revoke(new RevokePage("tokens", messages.title(), path, id, tokens.nameOf(owner, id)));
    }
}
