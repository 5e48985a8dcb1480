package org.servicerecovery.examples.crm.pages;

import org.servicerecovery.examples.crm.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people sign in; Spring Security does the rest. */
@Controller
class SignInController {
    private final People people;

    SignInController(People people) {
        this.people = people;
    }

    @GetMapping("/sign-in")
    String page(Model model) {
        boolean demo = !people.demoPassword().isEmpty();
        model.addAttribute("demo", demo).addAttribute("password", people.demoPassword());
        if (demo) {
            model.addAttribute("people", people.all());
        }
        return "sign-in";
    }
}
