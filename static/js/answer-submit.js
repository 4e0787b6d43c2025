// Submits by fetch, so that a server or network that is away never takes the text: it stays in the box and is sent
// again after 1, 2, 4, then every 8 seconds. Without this module the browser posts the form itself.
const PATIENCE = 30_000;
const form = document.querySelector("#answer-form");

if (form) {
  let pressed = null;
  let sending = false;
  let failures = 0;
  let again;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending) return;
    pressed = event.submitter;
    submit();
  });
  document.addEventListener("viva:submit", submit);
  addEventListener("online", () => again && submit());
  addEventListener("pageshow", (event) => event.persisted && location.reload()); // the way back leads to a spent form

  async function submit() {
    if (sending || !pressed) return;
    clearTimeout(again);
    again = undefined;
    busy(true);
    const waits = []; // a save on its way ends first: two first requests of a guest would make two people of them
    tell("viva:submitting", { waits });
    await Promise.all(waits);
    const page = await send().catch(() => null);
    if (page?.done) {
      tell("viva:submitted");
      location.assign(page.url);
      return;
    }
    busy(false);
    if (page?.messages) corrected(page);
    else if (page?.signedOut) signedOut(page.signedOut);
    else if (page?.elsewhere) location.assign(page.url);
    else if (page?.refused) refused();
    else {
      tell("viva:status", { state: "unsent" });
      again = setTimeout(submit, Math.min(8, 2 ** failures++) * 1000);
    }
  }

  async function send() {
    const url = pressed.hasAttribute("formaction") ? pressed.formAction : form.action;
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const html = await response.text();
    const page = new DOMParser().parseFromString(html, "text/html");
    return {
      url: response.url,
      done: response.ok && page.querySelector("[data-attempt]"),
      messages: page.querySelector("#answer-messages"),
      form: page.querySelector("#answer-form"),
      signedOut: response.status === 401 && html,
      elsewhere: response.ok && response.redirected,
      refused: response.status < 500 && response.status !== 429,
    };
  }

  // The server found something to say: its words appear above the box, the text in the box stays as it is.
  function corrected(page) {
    const box = form.elements.text;
    const fresh = page.form.elements.text;
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (fresh.hasAttribute(name)) box.setAttribute(name, fresh.getAttribute(name));
      else box.removeAttribute(name);
    }
    for (const part of ["#answer-error", "#conflict"]) {
      document.querySelector(part)?.remove();
      const message = page.messages.querySelector(part);
      if (message) document.querySelector("#answer-messages").prepend(message);
    }
    document.querySelector("#answer-error, #conflict")?.focus();
    pressed = null;
    tell("viva:status", { state: "quiet" });
    if (!document.querySelector("#conflict")) tell("viva:unsent");
  }

  function signedOut(html) {
    tell("viva:unsent");
    tell("viva:status", { html });
    pressed = null;
  }

  function refused() {
    tell("viva:unsent");
    tell("viva:status", { state: "refused" });
    pressed = null;
  }

  function busy(yes) {
    sending = yes;
    if (yes) pressed.setAttribute("aria-busy", "true");
    else pressed.removeAttribute("aria-busy");
  }

  function tell(name, detail) {
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
