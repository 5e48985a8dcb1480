/* A message is read while it is being written: what is to be said better is underlined and told, and what the rules will say. Everything works
   without this. */

const PAUSE = 350, BORDERS = 2;
const STRONGEST_FIRST = ["against", "doubtful", "good"];

const form = document.querySelector("form[data-review]");
if (form) review(form);

function review(form) {
  const area = form.elements.namedItem("text"), underlines = form.querySelector("[data-underlines]");
  const [counted, found, foretold] = ["counted", "findings", "foretold"].map(part => form.querySelector(`[data-${part}]`));
  let findings = [], pause, question = new AbortController();

  /* A line behind the text, where exactly the same letters stand. */
  function underline() {
    const text = area.value, edges = new Set([0, text.length]);
    // After a change only what still stands where it was found.
    const here = findings.filter(one => text.slice(one.start, one.end) === one.words);
    here.forEach(one => edges.add(one.start).add(one.end));
    const places = [...edges].sort((one, other) => one - other);
    underlines.replaceChildren(...places.slice(1).map((end, i) => {
      const manners = here.filter(one => one.start <= places[i] && end <= one.end).map(one => one.manner);
      const manner = STRONGEST_FIRST.find(one => manners.includes(one));
      const piece = document.createElement(manner ? "mark" : "span");
      piece.textContent = text.slice(places[i], end);
      if (manner) piece.className = manner;
      return piece;
    }), "\n");
    scroll();
  }

  /* With a scroll bar the lines are shorter. */
  function scroll() {
    underlines.style.setProperty("--bar", `${area.offsetWidth - area.clientWidth - BORDERS}px`);
    underlines.scrollTop = area.scrollTop;
  }

  function say(text) {
    if (counted.textContent !== text) counted.textContent = text;
  }

  function later() {
    question.abort();
    clearTimeout(pause);
    form.dataset.reading = "soon";
    pause = setTimeout(ask, PAUSE);
  }

  /* Only the last question is answered. */
  async function ask() {
    const asked = question = new AbortController(), text = area.value;
    form.dataset.reading = "now";
    try {
      const answer = text.trim() ? await fetch(form.dataset.review, { method: "POST", body: new URLSearchParams(new FormData(form)),
        redirect: "manual", signal: asked.signal }) : null;
      if (answer && !answer.ok) throw new Error(answer.status);
      const told = document.createElement("template");
      told.innerHTML = answer ? await answer.text() : "";
      if (!asked.signal.aborted) show(told.content, text);
    } catch {
      if (asked.signal.aborted) return;
      say("The words could not be read just now.");
      foretold.replaceChildren();
    }
    if (!asked.signal.aborted) delete form.dataset.reading;
  }

  function show(told, text) {
    const parts = { findings: told.querySelector("[data-part=findings]"), foretold: told.querySelector("[data-part=foretold]") };
    findings = [...told.querySelectorAll("[data-start]")].map(one => {
      const start = Number(one.dataset.start), end = Number(one.dataset.end);
      return { start, end, words: text.slice(start, end), manner: one.dataset.manner };
    });
    underline();
    say(parts.findings ? parts.findings.dataset.counted : "");
    const shown = parts.findings ? parts.findings.dataset.shown.split(" ") : [];
    for (const box of form.querySelectorAll("[data-trait]")) {
      box.closest("label").querySelector("[data-shown]").hidden = !shown.includes(box.dataset.trait);
    }
    replace(found, parts.findings);
    replace(foretold, parts.foretold);
  }

  /* Whoever is in there with the keyboard stays where he is, and what was unfolded stays so. */
  function replace(place, part) {
    if (part && place.firstElementChild && place.firstElementChild.outerHTML === part.outerHTML) return;
    const buttons = [...place.querySelectorAll("button")], at = buttons.indexOf(document.activeElement);
    const unfolded = place.querySelector("details")?.open;
    place.replaceChildren(...part ? [part] : []);
    if (unfolded) place.querySelector("details")?.setAttribute("open", "");
    if (at >= 0) ([...place.querySelectorAll("button")][at] || area).focus();
  }

  /* A better wording is a sentence, and takes the place of the whole sentence. */
  function sentence(start, end) {
    const text = area.value;
    const from = Math.max(...[".", "!", "?", "\n"].map(mark => text.lastIndexOf(mark, start - 1))) + 1;
    const stop = text.slice(end).search(/[.!?\n]/);
    const to = stop < 0 ? text.length : text[end + stop] === "\n" ? end + stop : end + stop + 1;
    return [from + text.slice(from).search(/\S/), to];
  }

  /* As if typed, so that it can be undone. */
  function put(found, better) {
    const [start, end] = sentence(found.start, found.end);
    // The beginning of a sentence: one goes on behind it.
    const words = better.endsWith(" …") ? better.slice(0, -1) : better;
    area.focus();
    area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, words)) {
      area.setRangeText(words, start, end, "end");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    // What is left open inside is filled in next.
    const gap = words.indexOf("…");
    if (gap >= 0) area.setSelectionRange(start + gap, start + gap + 1);
  }

  area.addEventListener("input", underline);
  area.addEventListener("scroll", scroll);
  new ResizeObserver(scroll).observe(area);
  form.addEventListener("input", later);
  // Boxes in a notice belong to the form as well.
  document.addEventListener("change", event => { if (event.target.form === form && !form.contains(event.target)) later(); });
  found.addEventListener("click", event => {
    const button = event.target.closest("[data-better]"), one = button && button.closest("[data-start]").dataset;
    const known = one && findings.find(other => other.start === Number(one.start) && other.end === Number(one.end));
    // What was found may have changed a moment ago.
    if (known && area.value.slice(known.start, known.end) === known.words) put(known, button.dataset.better);
  });
  if (area.value.trim()) ask();
}
