package org.servicerecovery.examples.crm.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.servicerecovery.ConflictException;
import org.servicerecovery.examples.crm.cases.Cases;
import org.servicerecovery.examples.crm.forms.FormException;
import org.servicerecovery.examples.crm.people.Person;
import org.servicerecovery.kernel.Decision;
import org.servicerecovery.model.InvalidInputException;
import org.servicerecovery.wording.Review;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reads a message while it is being written, for the script of the reply box. Nothing is written. */
@Controller
class ReviewController {
    private final Cases cases;
    private final Commands commands;
    private final Whys whys;

    ReviewController(Cases cases, Commands commands, Whys whys) {
        this.cases = cases;
        this.commands = commands;
        this.whys = whys;
    }

    /** Takes what the form would send now, and asks the rules about the very command that this would be. */
    @PostMapping("/cases/{id}/review")
    ModelAndView review(Person person, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = Typed.read(sent);
        // The places of the findings count line ends as the script does.
        Review review = cases.review(person, id, typed.text().replace("\r\n", "\n"));
        return new ModelAndView("review", Map.of("reading", reading(person, id, typed, review), "typed", typed));
    }

    private Reading reading(Person person, String id, Typed typed, Review review) {
        try {
            Decision decision = cases.preview(person, id, commands.of(person, typed));
            return new Reading(review, List.of(), whys.brief(person, decision.reasons()), whys.brief(person, decision.advice()));
        } catch (FormException e) {
            return missing(review, e.problems().values());
        } catch (InvalidInputException | ConflictException e) {
            return missing(review, List.of(e.getMessage()));
        }
    }

    private static Reading missing(Review review, Collection<String> problems) {
        return new Reading(review, List.copyOf(problems), List.of(), List.of());
    }
}
