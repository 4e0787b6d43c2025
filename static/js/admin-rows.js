// Rows of a draft in the admin: up and down instead of a number to type, and new rows from the empty one.
for (const section of document.querySelectorAll("[data-rows]")) {
  const list = section.querySelector("[data-rows-list]");
  const total = section.querySelector("input[name$='-TOTAL_FORMS']");
  const rows = () => [...list.querySelectorAll(":scope > [data-row]")];
  const place = (row) => row.querySelector("input[name$='-ORDER']");

  const number = () => rows().forEach((row, index) => {
    place(row).value = index + 1;
    row.querySelector("[data-row-number]")?.replaceChildren(index + 1);
  });

  const equip = (row) => {
    row.classList.add("row-moves");
    row.querySelector(".row-place").hidden = true;
    for (const button of row.querySelectorAll("[data-row-move]")) button.hidden = false;
  };

  const fresh = () => {
    const row = section.querySelector("[data-rows-empty]").content.cloneNode(true).querySelector("[data-row]");
    const named = [row, ...row.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
    for (const attribute of named) attribute.value = attribute.value.replaceAll("__prefix__", total.value);
    return row;
  };

  const add = () => {
    const row = fresh();
    total.value = Number(total.value) + 1;
    equip(row);
    list.append(row);
    number();
    row.querySelector("details").open = true;
    row.querySelector("textarea").focus();
    document.dispatchEvent(new CustomEvent("viva:row-added", { detail: { row } }));
  };

  const move = (button) => {
    const row = button.closest("[data-row]");
    if (button.dataset.rowMove === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    number();
    button.focus();
    section.dispatchEvent(new Event("input", { bubbles: true }));
  };

  section.addEventListener("click", (event) => {
    const button = event.target.closest("[data-row-move]");
    if (button) move(button);
    if (event.target.closest("[data-rows-add]")) add();
  });
  section.querySelector(".rows-add").hidden = false;
  for (const row of rows()) {
    if (row.classList.contains("row-spare")) row.remove();
    else equip(row);
  }
  total.value = rows().length;
  list.append(...rows().sort((a, b) => place(a).value - place(b).value));
}
