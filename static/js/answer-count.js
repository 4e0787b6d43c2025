// Counts the answer: each Chinese character is one, each run of letters or digits is one. Near the limit it counts
// characters (code points), because that is what the server limits.
const NEAR = 0.8;
const WORD = /\p{Script=Han}|[\p{Letter}\p{Number}\p{Mark}'’_-]+?(?=\p{Script=Han}|[^\p{Letter}\p{Number}\p{Mark}'’_-]|$)/gu;

for (const count of document.querySelectorAll("[data-count]")) {
  const box = document.getElementById(count.dataset.count);
  const update = () => show(count, box);
  box.addEventListener("input", update);
  update();
}

function show(count, box) {
  const max = Number(box.dataset.max);
  const characters = [...box.value].length;
  const words = box.value.match(WORD)?.length ?? 0;
  const before = count.dataset.state;
  count.dataset.state = characters > max ? "over" : characters >= max * NEAR ? "near" : "";
  count.textContent = {
    over: () => count.dataset.over.replace("{n}", characters - max),
    near: () => count.dataset.near.replace("{n}", characters).replace("{max}", max),
    "": () => count.dataset[words === 1 ? "one" : "many"].replace("{n}", words),
  }[count.dataset.state]();
  if (before !== undefined && before !== count.dataset.state && count.dataset.state) {
    document.querySelector("#announce").textContent = count.textContent;
  }
}
