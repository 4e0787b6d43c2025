// The one status line of the form. viva:status brings either the server's fragment {html} or the name of a
// <template data-status> {state}, with {href} for its link. The line itself stays, so that it is read aloud.
const line = document.querySelector("#save-status");

document.addEventListener("viva:status", ({ detail }) => {
  const fresh = detail.html ? served(detail.html) : prepared(detail);
  if (!line || !fresh) return;
  document.dispatchEvent(new CustomEvent("viva:fragment", { detail: fresh }));
  if (fresh.textContent !== line.textContent) line.replaceChildren(...fresh.childNodes);
});

line?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tell]");
  if (button) document.dispatchEvent(new CustomEvent(button.dataset.tell));
});

document.addEventListener("keydown", (event) => {
  if (!line || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  document.dispatchEvent(new CustomEvent("viva:save"));
});

function served(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("#save-status");
}

function prepared({ state, href }) {
  const fresh = document.querySelector(`template[data-status="${state}"]`).content.cloneNode(true);
  if (href) fresh.querySelector("a").href = href;
  return fresh;
}
