// The filters of a list: htmx asks while somebody types or ticks. Here addresses lose what is empty, half-composed Chinese
// asks for nothing, the sheet of a phone closes on submit, and the number found is said aloud.
const form = document.querySelector("[data-filters]");

if (form) {
  const failed = form.querySelector("[data-failed]");

  form.addEventListener("input", (event) => event.isComposing && event.stopPropagation(), { capture: true });
  form.addEventListener("compositionend", (event) => event.target.dispatchEvent(new Event("input", { bubbles: true })));
  form.addEventListener("submit", () => form.querySelector("[popover]:popover-open")?.hidePopover());

  form.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
  });
  form.addEventListener("htmx:afterRequest", ({ detail }) => {
    failed.textContent = detail.successful ? "" : failed.dataset.failed;
    const count = document.querySelector("[data-announce]");
    if (detail.successful && count) document.querySelector("#announce").textContent = count.textContent;
  });
}
