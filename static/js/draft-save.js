// Saves the answer while it is typed: 1 s after a pause, at least every 2 s, on blur, and when the page is hidden.
// One request at a time. Every one carries a higher revision, so that the server can tell a late one from a new one.
// Tells other modules viva:saved, viva:conflict and viva:person; hears viva:resolved, viva:submitting, viva:unsent and viva:save.
const PAUSE = 1000;
const LONGEST = 2000;
const PATIENCE = 10_000;
const KEEPALIVE_BYTES = 60_000; // what browsers still send for a page that is going away
const form = document.querySelector("form[data-autosave]");

if (form) {
  const box = form.elements.text;
  const timers = new Map();
  let halted = document.querySelector("#conflict") !== null;
  let confirmed = halted || box.hasAttribute("aria-invalid") ? null : box.defaultValue; // what the server has
  let revision = Number(form.elements.base.value);
  let sending = false;
  let last = Promise.resolve(); // done when the last save is
  let failures = 0;

  // Signing in, in another tab, makes a new token: the cookie has the one that counts.
  form.addEventListener("formdata", ({ formData }) => {
    formData.set("revision", ++revision);
    const token = document.cookie.match(/(?:^|; )csrftoken=(\w+)/)?.[1];
    if (token) formData.set("csrfmiddlewaretoken", token);
  });
  box.addEventListener("input", typed);
  box.addEventListener("blur", save);
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "radio") return;
    confirmed = null; // how sure somebody is belongs to the draft
    typed();
  });
  document.addEventListener("visibilitychange", retry);
  addEventListener("online", retry);
  document.addEventListener("viva:save", retry);
  document.addEventListener("viva:submitting", ({ detail }) => {
    halted = true;
    detail.waits.push(last);
  });
  document.addEventListener("viva:unsent", () => { halted = false; retry(); });
  document.addEventListener("viva:resolved", ({ detail }) => {
    form.elements.base.value = detail.base;
    revision = Math.max(revision, detail.base);
    confirmed = null;
    halted = false;
    save();
  });

  function typed() {
    after("pause", PAUSE, save);
    if (!timers.has("longest")) after("longest", LONGEST, save);
  }

  function after(name, time, action) {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(() => { timers.delete(name); action(); }, time));
  }

  function retry() {
    clearTimeout(timers.get("retry"));
    timers.delete("retry");
    save();
  }

  function save() {
    if (!halted && !sending && !timers.has("retry") && box.value !== confirmed) last = saveNow();
  }

  async function saveNow() {
    sending = true;
    const text = box.value;
    after("slow", 300, () => tell("viva:status", { state: "saving" }));
    const response = await send().catch(() => null);
    clearTimeout(timers.get("slow"));
    await settle(response, text).catch(fail);
    sending = false;
    if (box.value !== text) typed();
  }

  function send() {
    const body = new URLSearchParams(new FormData(form));
    const keepalive = `${body}`.length < KEEPALIVE_BYTES;
    return fetch(form.dataset.autosave, { method: "POST", body, keepalive, signal: AbortSignal.timeout(PATIENCE) });
  }

  async function settle(response, text) {
    const header = (name) => response?.headers.get(name);
    if (header("Viva-Person")) tell("viva:person", { person: header("Viva-Person") });
    if (response?.status === 200 && header("Viva-Revision")) {
      form.elements.base.value = header("Viva-Revision");
      failures = 0;
      confirmed = text;
      tell("viva:saved", { text });
      tell("viva:status", { html: await response.text() });
    } else if (response?.status === 409 && header("Viva-Submitted")) {
      halted = true;
      tell("viva:status", { state: "submitted", href: header("Viva-Submitted") });
    } else if (response?.status === 409) {
      halted = true;
      tell("viva:status", { state: "stopped" });
      tell("viva:conflict", { html: await response.text() });
    } else if (response?.status === 401) {
      tell("viva:status", { html: await response.text() });
      after("retry", 8000, save);
    } else if (response?.status === 422) {
      confirmed = text; // it would be refused again: wait for the next change
      tell("viva:status", { html: await response.text() });
    } else fail();
  }

  function fail() {
    if (halted) return;
    tell("viva:status", { state: "failed" });
    after("retry", Math.min(8, 2 ** failures++) * 1000, save);
  }

  function tell(name, detail) {
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
