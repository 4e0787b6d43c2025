// Another tab saved a different text: shows both and lets the person choose. Whatever is not chosen stays on the page.
const messages = document.querySelector("#answer-messages");
const box = document.querySelector("#answer-form")?.elements.text;

document.addEventListener("viva:conflict", ({ detail }) => {
  const panel = new DOMParser().parseFromString(detail.html, "text/html").querySelector("#conflict");
  messages.querySelector("#conflict")?.remove();
  messages.append(panel);
  panel.scrollIntoView({ block: "nearest" });
});

messages?.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-conflict]")?.dataset.conflict;
  if (!choice) return;
  const panel = event.target.closest("#conflict");
  const stored = panel.querySelector("pre").textContent;
  const kept = panel.querySelector("template[data-kept]").content.cloneNode(true);
  kept.querySelector("pre").textContent = choice === "other" ? box.value : stored;
  panel.replaceWith(kept);
  if (choice === "other") {
    box.value = stored;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.focus();
  document.dispatchEvent(new CustomEvent("viva:resolved", { detail: { base: Number(panel.dataset.revision) } }));
});
