// After a step is opened: focus goes to its heading and the live region says so. If it could not be opened, the
// words for that stand beside the button.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "steps") return;
  const steps = document.querySelector("#steps");
  document.querySelector(`#step-${steps.dataset.opened}-title`)?.focus();
  document.querySelector("#announce").textContent = steps.dataset.told;
});

document.addEventListener("htmx:beforeRequest", (event) => busy(event, true));
document.addEventListener("htmx:afterRequest", (event) => busy(event, false));
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const line = event.target.querySelector?.("[data-failed]");
    if (line) line.textContent = line.dataset.failed;
  });
}

function busy(event, yes) {
  const button = event.target.querySelector?.("button[type=submit]");
  if (yes) button?.setAttribute("aria-busy", "true");
  else button?.removeAttribute("aria-busy");
}
