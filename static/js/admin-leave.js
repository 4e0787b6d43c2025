// Asks before a page is left with something typed that is not saved.
const form = document.querySelector("#question_form");
let typed = form.querySelector(".errornote") !== null;

form.addEventListener("input", () => {
  typed = true;
});
form.addEventListener("submit", (event) => {
  if (!event.submitter?.hasAttribute("data-preview")) typed = false;
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-leave]")) typed = false;
});
addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});
