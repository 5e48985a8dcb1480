package org.servicerecovery.examples.crm.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One browser window with cookies of its own, and somebody in front of it who goes by what the screen shows. */
final class Window implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 390;
    private static final int HEIGHT = 900;
    /** The first plan, and the first look at what to do first, take some seconds on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final String base;

    Window(int port) {
        base = "http://localhost:" + port;
        driver = Chromium.start(WIDE, HEIGHT);
        wait = new WebDriverWait(driver, PATIENCE, OFTEN);
    }

    ChromeDriver driver() {
        return driver;
    }

    Window go(String path) {
        driver.get(base + path);
        return this;
    }

    Window signIn(String who) {
        go("/sign-in");
        type(driver, "Name", who);
        type(driver, "Password", "recovery");
        press(driver, "Sign in");
        return this;
    }

    /** The part of the page with that mark. */
    WebElement part(String name) {
        return wait.until(ExpectedConditions.presenceOfElementLocated(marked(name)));
    }

    List<WebElement> parts(String name) {
        return driver.findElements(marked(name));
    }

    static By marked(String name) {
        return By.cssSelector("[data-test='" + name + "']");
    }

    /** What can be read there now. */
    String text(String name) {
        return part(name).getText();
    }

    /** Waits until this can be read there, and nothing else. */
    void awaitText(WebElement element, String text) {
        wait.until(seen -> element.getText().equals(text));
    }

    void awaitVisible(WebElement element) {
        wait.until(ExpectedConditions.visibilityOf(element));
    }

    /** A form of a step, unfolded. */
    WebElement step(String step) {
        WebElement form = part("step-" + step);
        unfold(form);
        return form;
    }

    /** A step that is not possible now, unfolded, with what to do first. */
    WebElement closed(String step) {
        WebElement closed = part("closed-" + step);
        unfold(closed.findElement(By.id("closed-" + step)));
        wait.until(seen -> closed.findElements(By.cssSelector("[data-why]")).isEmpty());
        return closed;
    }

    /** Opens whatever the element is folded away in, from the outside to the inside. */
    void unfold(WebElement element) {
        List<WebElement> folds = element.findElements(By.xpath("ancestor-or-self::details"));
        for (WebElement fold : folds) {
            if (fold.getDomAttribute("open") == null) {
                fold.findElement(By.xpath("./summary")).click();
            }
        }
        awaitVisible(element);
    }

    /** Fills in and sends a form of a step; what has to be vouched for is. */
    void take(String step, Consumer<WebElement> filling) {
        WebElement form = step(step);
        vouch(form);
        filling.accept(form);
        leave(form.findElement(By.tagName("button")));
    }

    /** A message in the composer: what it does is ticked, and what has to be vouched for. */
    void say(String words, String... acts) {
        WebElement composer = write(words, acts);
        press(composer, "Send and record");
    }

    /** As far as to the button that sends it. */
    WebElement write(String words, String... acts) {
        WebElement composer = part("composer");
        for (String act : acts) {
            WebElement box = part("act-" + act);
            unfold(box);
            tick(box);
        }
        vouch(composer);
        type(composer, "What you say, or said", words);
        awaitRead();
        return composer;
    }

    /** Until what was typed has been read, and what the page says of it is there: it moves what stands below. */
    void awaitRead() {
        await("return !document.querySelector('[data-reading]')");
    }

    void await(String condition) {
        wait.until(seen -> Boolean.TRUE.equals(driver.executeScript(condition)));
    }

    /** Ticks all that is asked for. */
    void vouch(WebElement form) {
        form.findElements(By.name("trait")).stream().filter(WebElement::isDisplayed).forEach(this::tick);
    }

    /** What a label belongs to. */
    static WebElement labelled(SearchContext within, String label) {
        WebElement found = within.findElement(By.xpath(".//label[starts-with(normalize-space(.), \"" + label + "\")]"));
        String id = found.getDomAttribute("for");
        return id == null ? found.findElement(By.xpath(".//input")) : within.findElement(By.xpath(".//*[@id='" + id + "']"));
    }

    void type(SearchContext within, String label, String text) {
        WebElement field = labelled(within, label);
        field.clear();
        field.sendKeys(text);
    }

    void choose(SearchContext within, String label, String option) {
        new Select(labelled(within, label)).selectByVisibleText(option);
    }

    static String chosen(SearchContext within, String label) {
        return new Select(labelled(within, label)).getFirstSelectedOption().getText();
    }

    void tick(SearchContext within, String label) {
        tick(labelled(within, label));
    }

    void tick(WebElement box) {
        if (!box.isSelected()) {
            box.click();
        }
    }

    /** A button that sends a form; the page that comes next is there afterwards. */
    void press(SearchContext within, String label) {
        leave(within.findElement(By.xpath(".//button[normalize-space(.)=\"" + label + "\"]")));
    }

    /** A link to another page. */
    void follow(SearchContext within, String label) {
        leave(within.findElement(By.xpath(".//a[starts-with(normalize-space(.), \"" + label + "\")]")));
    }

    /** Presses what leads to another page. */
    void leave(WebElement element) {
        leaving(element::click);
    }

    /** Waits for the page that comes next. */
    void leaving(Runnable how) {
        driver.executeScript("window.left = true");
        how.run();
        // Between two pages there is none to ask.
        new WebDriverWait(driver, PATIENCE, OFTEN).ignoring(WebDriverException.class)
            .until(seen -> driver.executeScript("return !window.left && document.readyState === 'complete'").equals(true));
    }

    /** Everything that can be read on the page. */
    String page() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** From the next page on. */
    void withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** What the scripts of the next pages take for the time. */
    void stopClock(Instant at) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "Date.now = () => " + at.toEpochMilli()));
    }

    void resize(int width, int height) {
        Chromium.resize(driver, width, height);
    }

    void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
