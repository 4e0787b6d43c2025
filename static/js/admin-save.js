// Ctrl+S or ⌘S saves the draft and stays on its page.
const button = document.querySelector("[data-save-key]");

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (!event.isComposing && !event.repeat) button.form.requestSubmit(button);
});
