package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.QueueFilter;
import org.servicerecovery.examples.crm.cases.QueueLine;
import org.servicerecovery.examples.crm.cases.QueuePage;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.model.Mood;
import org.servicerecovery.model.RecoveryCase;
import org.servicerecovery.model.RecoveryState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue, and cases that begin. */
@RestController
@RequestMapping(path = Paths.CASES, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queue")
class CasesApi {
    private static final int MOST = 200;
    private static final Pattern PLACE = Pattern.compile("-?[0-9]{1,19}\\.[0-9A-Za-z-]{1,200}");

    private final Cases cases;
    private final CommandReader reader;
    private final Answers answers;

    CasesApi(Cases cases, CommandReader reader, Answers answers) {
        this.cases = cases;
        this.reader = reader;
        this.answers = answers;
    }

    /** A page of the queue. */
    @Schema(name = "Queue", description = "A page of the queue, what is most overdue first.")
    record QueueResource(List<Line> cases, @Schema(description = "Where the next page is; absent on the last one.") String next) {
    }

    /** One case of the queue. */
    @Schema(name = "QueueLine", description = "One case of the queue.")
    record Line(String id, int version, RecoveryState state, String customer, String problem,
                @Schema(description = "Absent while nobody has taken the case.") String owner, Mood mood,
                @Schema(description = "What is overdue, the oldest first.") List<Due> late,
                @Schema(description = "What falls due next; absent if nothing does.") Due next, String self) {
        private static Line of(QueueLine line) {
            RecoveryCase seen = line.recoveryCase();
            return new Line(seen.id(), seen.version(), seen.state(), seen.data().customer(), seen.data().problem(),
                CaseResource.present(seen.data().owner()), seen.data().mood().orElse(null),
                line.late().stream().map(clock -> new Due(clock.deadline(), clock.due())).toList(),
                line.next().map(clock -> new Due(clock.deadline(), clock.due())).orElse(null), Paths.of(seen.id()));
        }
    }

    /** A clock of a case in the queue. */
    @Schema(name = "Due", description = "What is due when.")
    record Due(String deadline, Instant due) {
    }

    @GetMapping
    @Operation(summary = "The queue of the signed-in person", description = "Cases that wait for somebody. A supervisor sees all, an agent his own,"
        + " those he has to do with, and those of his team that nobody owns.")
    @ApiResponse(responseCode = "200", headers = @Header(name = HttpHeaders.LINK, description = "The next page, rel=\"next\".",
        schema = @Schema(type = "string")))
    ResponseEntity<QueueResource> queue(Person person,
            @Parameter(description = "Which of them.") @RequestParam(defaultValue = "ALL") QueueFilter filter,
            @Parameter(description = "Where the page begins, as the page before told it.") @RequestParam Optional<String> after,
            @Parameter(description = "At most how many, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problems.bad("invalid-input", "The parameter limit is wrong",
                "limit is 1 to " + MOST + ". Use the link to the next page for more.");
        }
        if (after.filter(place -> !PLACE.matcher(place).matches()).isPresent()) {
            throw Problems.bad("invalid-input", "The parameter after is wrong", "after comes from the link to the next page. Use that as it is.");
        }
        QueuePage page = cases.queue(person, filter, after, limit);
        String next = page.next().map(place -> UriComponentsBuilder.fromPath(Paths.CASES).queryParam("filter", filter).queryParam("limit", limit)
            .queryParam("after", place).toUriString()).orElse(null);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new QueueResource(page.lines().stream().map(Line::of).toList(), next));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a case", description = "Whoever opens a live conversation owns the case; what comes in writing waits for an owner.")
    @ApiResponse(responseCode = "201", description = "The case is open.", headers = {
        @Header(name = HttpHeaders.LOCATION, description = "The case.", schema = @Schema(type = "string")),
        @Header(name = HttpHeaders.ETAG, description = "Its version.", schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "200", description = "It was opened by this Idempotency-Key before: the first outcome again.")
    ResponseEntity<OutcomeResource> open(Person person,
            @Parameter(description = "The client's own id of this command, such as a UUID; the same when it is repeated.")
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Requests.NewCase body) {
        String commandId = CommandReader.key(key);
        String caseId = cases.idFor(person, commandId);
        OutcomeResource done = answers.done(cases.open(person, caseId, reader.opening(person, commandId, body)));
        URI location = URI.create(Paths.of(caseId));
        return answers.of(done, done.repeated() ? ResponseEntity.ok().location(location) : ResponseEntity.created(location));
    }
}
