package org.servicerecovery.examples.crm.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.servicerecovery.examples.crm.people.Person;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.HttpHeaders;

/** What the document says of all resources alike: who may ask, and how problems look. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:crm-api.properties")
class OpenApiDocument {
    private static final String BASIC = "basic";
    private static final String PROBLEM = "Problem";

    static {
        // The signed-in person comes with the request, and is no parameter of it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    @Bean
    OpenApiCustomizer commonToAll() {
        return OpenApiDocument::complete;
    }

    private static void complete(OpenAPI document) {
        document.info(new Info().title("CRM for support agents").version("1").description("What the pages do, for programs."
            + " Whatever goes wrong is told as problem details (RFC 9457), and then nothing was changed."));
        document.setServers(null);
        document.getComponents().addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
            .description("The name and password with which one signs in to the pages."));
        document.addSecurityItem(new SecurityRequirement().addList(BASIC));
        ModelConverters.getInstance().read(Words.Because.class).forEach(document.getComponents()::addSchemas);
        document.getComponents().addSchemas("FieldProblem", new ObjectSchema().addProperty("pointer", new StringSchema()
            .description("Where in the body, as a JSON pointer.")).addProperty("detail", new StringSchema()));
        document.getComponents().addSchemas(PROBLEM, problem());
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("Problem details (RFC 9457).")
            .addProperty("type", new StringSchema().format("uri").description("What sort of problem, such as " + Problems.TYPE + "refused."))
            .addProperty("title", new StringSchema()).addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema().description("What is wrong here, and what to do."))
            .addProperty("instance", new StringSchema().format("uri-reference"))
            .addProperty("reasons", listOf("Reason").description("Of a refusal: every rule that it broke."))
            .addProperty("cures", listOf("Cure").description("Of a refusal: what makes it permitted, for all reasons together, in order."))
            .addProperty("errors", listOf("FieldProblem").description("Of a body with wrong entries: all of them."))
            .addProperty("line", new IntegerSchema().description("Of a body that cannot be read: where."))
            .addProperty("column", new IntegerSchema())
            .addProperty("version", new IntegerSchema().description("Of a case that has changed: the version that it has."))
            .addProperty("happened", new StringSchema().format("uri-reference").description("Of a case that has changed: what happened since."))
            .addProperty("reference", new StringSchema().description("Of a failure: where it is noted."));
    }

    private static ArraySchema listOf(String schema) {
        return new ArraySchema().items(new Schema<>().$ref("#/components/schemas/" + schema));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        ApiResponses responses = operation.getResponses();
        problem(responses, "400", "A parameter, a header or the body makes no sense.");
        problem(responses, "401", "Nobody is signed in.");
        problem(responses, "406", "The client accepts no JSON.");
        problem(responses, "503", "The database cannot be used at the moment.");
        if (path.contains("{id}")) {
            problem(responses, "404", "There is no such case, or none that this person may see.");
        }
        if (method == PathItem.HttpMethod.POST) {
            problem(responses, "413", "The body is too large.");
            problem(responses, "415", "The body is not JSON.");
        }
        boolean hasHeader = operation.getParameters() != null;
        if (hasHeader && operation.getParameters().stream().anyMatch(one -> "Idempotency-Key".equals(one.getName()))) {
            problem(responses, "409", "The Idempotency-Key was used for something else, or the clock went back.");
            problem(responses, "422", "Refused: nothing was written, and every reason is told.");
        }
        if (hasHeader && operation.getParameters().stream().anyMatch(one -> HttpHeaders.IF_MATCH.equals(one.getName()))) {
            problem(responses, "412", "The case has changed since the version in If-Match.");
            problem(responses, "428", "If-Match is missing.");
        }
    }

    private static void problem(ApiResponses responses, String status, String description) {
        responses.addApiResponse(status, new ApiResponse().description(description).content(new Content().addMediaType("application/problem+json",
            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }
}
