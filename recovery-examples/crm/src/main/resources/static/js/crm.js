/* Everything works without this: it counts down, keeps drafts, tells when a case has changed, and sends a form once. */

const MINUTE = 60, HOUR = 3600, DAY = 86400;

/* In the same words as the server. */
function duration(seconds) {
  const days = Math.floor(seconds / DAY), hours = Math.floor(seconds / HOUR), minutes = Math.floor(seconds / MINUTE);
  if (days >= 3) return `${days} days`;
  const rest = (number, unit) => number ? ` ${number} ${unit}` : "";
  if (days >= 1) return `${days} d${rest(hours % 24, "h")}`;
  if (hours >= 1) return `${hours} h${rest(minutes % 60, "min")}`;
  return minutes >= 1 ? `${minutes} min` : "less than a minute";
}

/* By the server's clock: that of this computer may be wrong. */
const ahead = Date.parse(document.querySelector("meta[name=server-time]").content) - Date.now();

/* Only what has changed is written, so that nothing is read out again and again. */
function countDown() {
  for (const time of document.querySelectorAll("time[data-countdown]")) {
    const left = (Date.parse(time.dateTime) - ahead - Date.now()) / 1000;
    const text = left < 0 ? `${duration(-left)} ago` : `in ${duration(left)}`;
    if (time.textContent !== text) time.textContent = text;
  }
}
countDown();
setInterval(countDown, 5000);

/* What a link leads to is shown, wherever it is folded away; the act of a message is ticked. */
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  if (target.type === "checkbox" && !target.checked) target.click();
  target.scrollIntoView({ block: "center" });
  const inside = target.querySelector("input:not([type=hidden]), select, textarea, button, a");
  (target.matches("input, select, textarea") ? target : inside || target).focus();
}
addEventListener("hashchange", unfold);
document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) unfold();
});

/* Unfolded, a closed step tells what to do first. */
document.addEventListener("toggle", async event => {
  const box = event.target.open && event.target.matches(".closed") && event.target.querySelector("[data-why]");
  if (!box) return;
  const link = box.querySelector("a[data-test=what-first]");
  link.textContent = "Looking for what to do first …";
  try {
    const answer = await fetch(box.dataset.why, { redirect: "manual" });
    if (!answer.ok) throw new Error(answer.status);
    box.innerHTML = await answer.text();
    box.removeAttribute("data-why");
    // What is asked for there is asked of the case as this page shows it.
    box.querySelectorAll("input[name=version]").forEach(input => input.value = main.dataset.version);
  } catch {
    link.textContent = "What to do first";
  }
}, true);

const main = document.querySelector("main[data-case]");

/* A message that is being written survives other forms, a reload, and an expired session; in this tab only. */
for (const area of document.querySelectorAll("[data-draft]")) {
  const key = `draft.${main.dataset.person}.${main.dataset.case}`;
  const sent = document.querySelector("[data-test=notice][data-kind=DONE]") && sessionStorage.getItem(`${key}.sent`);
  if (sent) sessionStorage.removeItem(key);
  sessionStorage.removeItem(`${key}.sent`);
  if (!area.value) area.value = sessionStorage.getItem(key) || "";
  area.addEventListener("input", () => sessionStorage.setItem(key, area.value));
  area.form.addEventListener("submit", () => { sessionStorage.setItem(key, area.value); sessionStorage.setItem(`${key}.sent`, "1"); });
}
document.querySelector("[data-forget-drafts]")?.addEventListener("submit", () => sessionStorage.clear());

/* A double click sends once; the server would take it once anyway. */
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-once]").forEach(form => delete form.dataset.sent));

/* Tells when the case has changed or the session has expired, and leaves everything as it is. */
async function watch() {
  try {
    const answer = await fetch(main.dataset.watch, { headers: { Accept: "application/json" }, redirect: "manual" });
    const expired = answer.type === "opaqueredirect";
    // Not found: somebody else has it now, and it is none of this person's business any more.
    if (expired || answer.status === 404 || answer.ok && (await answer.json()).version !== Number(main.dataset.version)) {
      const notice = document.querySelector("[data-changed]");
      if (expired) notice.querySelector("h2").textContent = "Your session has expired.";
      notice.hidden = false;
      return;
    }
  } catch {
    // The server is away for a moment: the next time will tell.
  }
  setTimeout(watch, 4000);
}
if (main) setTimeout(watch, 4000);

/* On a small screen older entries are one press away. */
const history = document.querySelector(".history");
if (history && history.querySelector(".entry-older")) {
  const more = document.createElement("button");
  more.className = "btn btn-sm btn-outline-secondary older";
  more.textContent = "Show older entries";
  more.addEventListener("click", () => { history.classList.add("all"); more.remove(); });
  history.after(more);
}
if (location.hash) unfold();
else document.querySelector("main [role=alert]")?.focus();
