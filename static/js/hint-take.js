// Hints are asked for by htmx. Saving rests meanwhile, and a save on its way ends first: two first requests of a guest
// would make two people of them. Then focus goes to what came, and the live region says it.
const form = document.querySelector("#answer-form");
let asking = Promise.resolve(); // done when the last hint is there
let arrived;

form?.addEventListener("htmx:confirm", async (event) => {
  event.preventDefault();
  const waits = [];
  tell("viva:submitting", { waits });
  asking = new Promise((resolve) => (arrived = resolve));
  await Promise.all(waits);
  event.detail.issueRequest(true);
});

form?.addEventListener("htmx:beforeRequest", ({ target }) => target.setAttribute("aria-busy", "true"));

form?.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  target.removeAttribute("aria-busy");
  const person = detail.xhr.getResponseHeader("Viva-Person");
  if (person) tell("viva:person", { person });
  arrived();
  if (!document.querySelector("#conflict")) tell("viva:unsent");
  const line = form.querySelector("[data-failed]");
  if (detail.successful) show();
  else line.textContent = line.dataset.failed;
});

document.addEventListener("viva:submitting", ({ detail }) => detail.waits.push(asking));

function show() {
  const fresh = form.querySelector("#hint-over") ?? form.querySelector(".hint-list li:last-child");
  fresh?.focus();
  document.querySelector("#announce").textContent = fresh?.textContent ?? "";
}

function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}
