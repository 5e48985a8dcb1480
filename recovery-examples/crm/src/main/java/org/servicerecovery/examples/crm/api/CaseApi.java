package org.servicerecovery.examples.crm.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.servicerecovery.RecoveryDesk;
import org.servicerecovery.examples.crm.cases.CaseView;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.cases.StaleCaseException;
import org.servicerecovery.examples.crm.forms.StepForm;
import org.servicerecovery.examples.crm.forms.StepForms;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.CaseEvent;
import org.servicerecovery.model.Command;
import org.servicerecovery.model.Step;
import org.servicerecovery.playbook.Playbook;
import org.servicerecovery.wording.Review;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One case: how it stands, what happened, what may be done, and doing it. */
@RestController
@RequestMapping(path = Paths.ONE, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Case")
class CaseApi {
    private final Cases cases;
    private final CommandReader reader;
    private final Answers answers;
    private final StepForms forms;
    private final Playbook playbook;

    CaseApi(Cases cases, CommandReader reader, Answers answers, StepForms forms, RecoveryDesk desk) {
        this.cases = cases;
        this.reader = reader;
        this.answers = answers;
        this.forms = forms;
        this.playbook = desk.playbook();
    }

    /** What happened. */
    @Schema(name = "History", description = "What happened, in order.")
    record History(String caseId, @Schema(description = "The version that the case has.") int version, List<EntryResource> entries) {
    }

    @GetMapping
    @Operation(summary = "A case as it stands")
    @ApiResponse(responseCode = "200", headers = @Header(name = HttpHeaders.ETAG, description = "Its version, for If-Match.",
        schema = @Schema(type = "string")))
    ResponseEntity<CaseResource> one(Person person, @PathVariable String id) {
        CaseResource found = CaseResource.of(view(person, id).recoveryCase());
        return ResponseEntity.ok().eTag(Version.tag(found.version())).body(found);
    }

    @GetMapping("/history")
    @Operation(summary = "What happened")
    History history(Person person, @PathVariable String id,
            @Parameter(description = "Only what happened after this version.") @RequestParam(defaultValue = "0") int after) {
        CaseView seen = view(person, id);
        List<CaseEvent> later = seen.history().stream().filter(event -> event.sequence() > after).toList();
        return new History(id, seen.recoveryCase().version(), EntryResource.of(later));
    }

    @GetMapping("/offers")
    @Operation(summary = "What the signed-in person may do now",
        description = "Every step with its form, and why it is closed if it is; what to do then tells the offer of the one step.")
    OffersResource offers(Person person, @PathVariable String id) {
        // Looked at first: if the case changes meanwhile, a command on this version is not done.
        CaseView seen = view(person, id);
        return new OffersResource(id, seen.recoveryCase().version(), cases.offers(person, id).stream()
            .filter(offer -> StepForms.has(offer.step()))
            .map(offer -> OffersResource.Offered.listed(offer, forms.of(offer.step(), seen.recoveryCase(), seen.history()), playbook)).toList());
    }

    @GetMapping("/offers/{step}")
    @Operation(summary = "Whether the signed-in person may take one step now", description = "With what to do first, if it is closed.")
    OffersResource.Offered offer(Person person, @PathVariable String id, @PathVariable Step step) {
        CaseView seen = view(person, id);
        StepForm form = forms.of(step, seen.recoveryCase(), seen.history());
        return cases.offers(person, id).stream().filter(offer -> offer.step() == step).findFirst()
            .map(offer -> OffersResource.Offered.whole(offer, form, playbook))
            .orElseThrow(() -> Problems.bad("invalid-input", "There is no such step", "This playbook does not have the step " + step + "."));
    }

    @GetMapping("/plan")
    @Operation(summary = "The shortest permitted way to a recovered customer")
    Words.Way plan(Person person, @PathVariable String id) {
        int version = view(person, id).recoveryCase().version();
        return Words.Way.of(id, version, cases.plan(person, id));
    }

    @PostMapping(path = "/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Do something", description = "All of it, or nothing with every reason why not.")
    @ApiResponse(responseCode = "200", description = "It was done: now, or before by the same Idempotency-Key.", headers = {
        @Header(name = HttpHeaders.ETAG, description = "The version that it led to.", schema = @Schema(type = "string")),
        @Header(name = Answers.REPLAYED, description = "true if it was done before, and nothing now.", schema = @Schema(type = "string"))})
    ResponseEntity<OutcomeResource> perform(Person person, @PathVariable String id,
            @Parameter(description = "The ETag of the case as the person saw it.") @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "The client's own id of this command, such as a UUID; the same when it is repeated.")
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Requests.Deed body) {
        cases.version(person, id);
        int version = Version.of(ifMatch);
        try {
            Decision decision = cases.perform(person, id, version, reader.deed(person, CommandReader.key(key), body));
            return answers.of(answers.done(decision), ResponseEntity.ok());
        } catch (StaleCaseException e) {
            throw Problems.movedOn(id, e.seen(), e.now());
        }
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What doing something would lead to", description = "Nothing is written, and a later command is decided anew.")
    OutcomeResource.Preview preview(Person person, @PathVariable String id, @RequestBody Requests.Deed body) {
        int version = cases.version(person, id);
        return answers.preview(id, version, cases.preview(person, id, reader.preview(person, body)));
    }

    @PostMapping(path = "/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What is found in a message", description = "Wording to be proud of and wording to avoid, and what the rules say of the"
        + " command that would send it. Nothing is written, and a later command is decided anew.")
    ReviewResource review(Person person, @PathVariable String id, @RequestBody Requests.Deed body) {
        int version = cases.version(person, id);
        Command command = reader.saying(person, body);
        Review review = cases.review(person, id, command.message().orElseThrow().text());
        return ReviewResource.of(id, version, review, cases.preview(person, id, command), playbook);
    }

    private CaseView view(Person person, String id) {
        return cases.find(person, id).orElseThrow(Problems::noSuchCase);
    }
}
