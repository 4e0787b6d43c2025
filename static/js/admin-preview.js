// Preview of Markdown under its boxes. Without this the button opens a page with it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-preview]");
  if (!button) return;
  event.preventDefault();
  preview(button);
});

async function preview(button) {
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", button.value]) body.append(name, button.form.elements[name].value);
  body.append("preview", button.value);
  const headers = { "X-Fragment": "1" };
  const answer = await fetch(button.formAction, { method: "POST", body, headers }).catch(() => null);
  if (!answer?.ok) return button.form.requestSubmit(button);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  button.closest(".field").querySelector("[data-preview-here]").replaceChildren(...parsed.body.childNodes);
}
