// A link to evidence that lies in the folded part of a long answer unfolds it first.
document.addEventListener("click", (event) => {
  const id = event.target.closest('a[href^="#"]')?.hash.slice(1);
  const fold = id && document.getElementById(id)?.closest("details");
  if (fold) fold.open = true;
});
