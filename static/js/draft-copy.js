// This browser's own copy of what is typed, until the server has confirmed it. Other people may use the same browser:
// a copy carries the tag of the person who typed it, and is thrown away when somebody else comes.
// A copy that only adds to the box goes back into it; any other waits in a second slot until the person has chosen.
const form = document.querySelector("form[data-copy]");

if (form) {
  const box = form.elements.text;
  const slot = `viva:draft:${form.dataset.copy}`;
  const older = `${slot}:older`;
  const restored = document.querySelector("[data-copy-restored]");
  const offer = document.querySelector("[data-copy-offer]");

  const left = read(slot);
  if (left && !box.value.startsWith(left)) {
    if (left.startsWith(box.value)) putBack(left);
    else write(older, [read(older), left].filter(Boolean).join("\n\n"));
  }
  if (box.value !== left) drop(slot);
  show();
  if (box.value !== box.defaultValue) setTimeout(changed); // put back, or typed before this; once every module listens

  box.addEventListener("input", () => write(slot, box.value));
  document.addEventListener("viva:submitted", () => drop(slot));
  document.addEventListener("viva:person", ({ detail }) => rename(detail.person));
  document.addEventListener("viva:saved", ({ detail }) => {
    if (detail.text === box.value) drop(slot);
    else write(slot, box.value);
  });

  offer.addEventListener("click", ({ target }) => {
    if (target.closest("[data-copy-use]")) {
      const before = box.value;
      box.value = read(older);
      changed();
      write(older, before);
    } else if (target.closest("[data-copy-drop]")) drop(older);
    else return;
    show();
    box.focus();
  });

  function putBack(text) {
    box.value = text;
    restored.hidden = false;
  }

  function changed() {
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A guest becomes a person with the first save, of this tab or of another.
  function rename(person) {
    const copies = [slot, older].map((name) => [name, read(name)]);
    form.dataset.person = person;
    for (const [name, text] of copies) write(name, text);
  }

  function show() {
    const text = read(older);
    offer.hidden = !text;
    offer.querySelector("pre").textContent = text;
  }

  function read(name) {
    try {
      const copy = JSON.parse(localStorage.getItem(name)) ?? { text: "" };
      if (copy.text && copy.person !== form.dataset.person) drop(name);
      else return copy.text;
    } catch {
      drop(name);
    }
    return "";
  }

  function write(name, text) {
    try {
      if (text) localStorage.setItem(name, JSON.stringify({ person: form.dataset.person, text }));
      else localStorage.removeItem(name);
    } catch {
      // No room, or storage is switched off: the server copy has to do.
    }
  }

  function drop(name) {
    write(name, "");
  }
}
