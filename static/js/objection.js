// After an objection is sent, focus goes to the thanks or to what is wrong with it.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target?.id !== "objections") return;
  const said = document.querySelector("#objection-error, .objection-told");
  said?.setAttribute("tabindex", "-1");
  said?.focus();
});
