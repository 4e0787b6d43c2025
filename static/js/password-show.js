// Shows a password while its button is pressed in; the button appears with this module, and nothing stays shown when
// the form is sent.
document.querySelectorAll("button[data-show]").forEach((button) => (button.hidden = false));

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-show]");
  if (button) show(button, button.getAttribute("aria-pressed") !== "true");
});

document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button[data-show]")) show(button, false);
});

function show(button, yes) {
  button.setAttribute("aria-pressed", yes);
  document.getElementById(button.dataset.show).type = yes ? "text" : "password";
}
