// A button with data-key="r" or data-key="Control+Enter" is pressed by that key (⌘ counts as Control); a box is entered.
// Single letters work outside text fields only, can be switched off (data-shortcuts="off" on the page), and nothing is
// taken from somebody who is composing Chinese.
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented || event.altKey || event.repeat) return;
  const control = event.ctrlKey || event.metaKey;
  if (!control && (typing(event.target) || document.documentElement.dataset.shortcuts === "off")) return;
  const key = (control ? "Control+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const button = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
  if (!button) return;
  event.preventDefault();
  if (typing(button)) button.focus();
  else button.click();
});
