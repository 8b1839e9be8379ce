package dev.slipway.isolation;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All routes that resources of the running application answer. */
final class Routes {

    private Routes() {}

    /** As method and template: {@code GET /releases/{id}}. */
    static Set<String> all() {
        var routes = new TreeSet<String>();
        for (var bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            of(bean.getBeanClass()).forEach(routes::add);
        }
        return routes;
    }

    private static Stream<String> of(Class<?> resource) {
        var path = resource.getAnnotation(Path.class);
        // What tests add to the application is no part of it.
        return path == null || resource.getSimpleName().startsWith("Probe")
                ? Stream.empty()
                : Arrays.stream(resource.getMethods()).flatMap(method -> of(path.value(), method));
    }

    private static Stream<String> of(String path, Method method) {
        var own = method.getAnnotation(Path.class);
        var template = (path + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> verb.value() + " " + template);
    }
}
