// Boxes with one entry a line: every line gets its number, lines with a problem are tinted.
function equip(box) {
  const wrong = new Set((box.parentElement.dataset.wrongLines ?? "").split(" ").map(Number));
  const mirror = document.createElement("div");
  mirror.className = "lines-mirror";
  mirror.setAttribute("aria-hidden", "true");
  const holder = document.createElement("div");
  holder.className = "lines";
  box.before(holder);
  holder.append(mirror, box);
  const draw = () => mirror.replaceChildren(...box.value.split("\n").map((text, index) => {
    const line = document.createElement("div");
    line.textContent = text || "\u200b";
    line.classList.toggle("lines-wrong", wrong.has(index + 1));
    return line;
  }));
  box.addEventListener("scroll", () => {
    mirror.scrollTop = box.scrollTop;
  });
  box.addEventListener("input", () => {
    wrong.clear();
    draw();
  });
  draw();
}

const equipAll = (root) => root.querySelectorAll("textarea[data-lines]").forEach(equip);

equipAll(document);
document.addEventListener("viva:row-added", ({ detail }) => equipAll(detail.row));
