package org.servicerecovery.examples.crm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What somebody may not do, and what must not happen by accident. */
class SafetyTest extends BrowserTest {
    @Test
    void anExpiredSessionIsToldAndTheWordsAreKept() {
        String id = irateCall("anna", "Marta Okafor");
        int before = version(id);
        String words = "I apologise that both lamps came broken.";
        Window anna = windows.of("anna").go(at(id));
        var composer = anna.write(words, "APOLOGISE", "ACKNOWLEDGE");

        anna.driver().manage().deleteAllCookies();
        anna.press(composer, "Send and record");

        assertTrue(anna.text("notice").startsWith("Your session has expired."), anna.page());
        assertTrue(anna.text("notice").contains("Nothing was changed."), anna.page());
        Looks.assertGood(anna);
        assertEquals(before, version(id));

        anna.signIn("anna").go(at(id));
        assertEquals(words, Window.labelled(anna.part("composer"), "What you say").getDomProperty("value"));
    }

    @Test
    void aScriptInACustomersNameIsShownAndDoesNotRun() {
        String name = "<script>document.title = 'gone'</script>";
        String problem = "<img src=x onerror=\"document.title = 'gone'\">";
        Window anna = windows.of("anna").go("/cases/new");
        anna.type(anna.part("new-case"), "Customer", name);
        anna.type(anna.part("new-case"), "What went wrong", problem);
        anna.press(anna.part("new-case"), "Open the case");

        assertEquals(name, anna.text("customer"));
        assertTrue(anna.page().contains(problem), anna.page());
        assertEquals(name + " – Recovery Desk", anna.driver().getTitle());
        anna.go("/");
        assertTrue(anna.page().contains(name) && anna.page().contains(problem), anna.page());
        assertEquals("Queue – Recovery Desk", anna.driver().getTitle());
    }

    @Test
    void whoGuessesTheAddressOfACaseLearnsNothing() {
        String id = irateCall("anna", "Marta Okafor");
        Window ben = windows.of("ben");
        ben.go(at("no-such-case"));
        String nothing = ben.page();
        ben.go(at(id));
        assertEquals(nothing, ben.page());
        assertTrue(nothing.startsWith("There is nothing here"), nothing);
        assertFalse(ben.driver().getPageSource().contains("Marta"));
        assertEquals("There is nothing here – Recovery Desk", ben.driver().getTitle());
    }

    @Test
    void whoIsNotSignedInHasToSignIn() {
        Window stranger = windows.stranger().go(at(irateCall("anna", "Marta Okafor")));
        assertTrue(stranger.driver().getCurrentUrl().contains("/sign-in"), stranger.driver().getCurrentUrl());
        stranger.type(stranger.driver(), "Name", "anna");
        stranger.type(stranger.driver(), "Password", "wrong");
        stranger.press(stranger.driver(), "Sign in");
        assertTrue(stranger.text("notice").startsWith("That name and password do not belong together."), stranger.page());
    }
}
