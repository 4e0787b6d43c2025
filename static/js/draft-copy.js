// This browser's own copy of what is typed, until the server has confirmed it. Other people may use the same browser:
// a copy carries the tag of the person who typed it and is shown to nobody else. A user's waits, under their tag, until
// they sign in again; a guest's goes with them when they sign in, and is thrown away when another guest comes.
// A copy that only adds to the box goes back into it; any other waits in a second slot until the person has chosen.
const TOLD = "viva:person"; // holds, for a moment, what one tab tells the others
const form = document.querySelector("form[data-copy]");

if (form) {
  const box = form.elements.text;
  const person = form.elements.person;
  const guests = `viva:draft:${form.dataset.copy}`;
  const isUser = () => person.value.startsWith("u-");
  const slot = () => (isUser() ? `${guests}:${person.value}` : guests);
  const older = () => `${slot()}:older`;
  const restored = document.querySelector("[data-copy-restored]");
  const offer = document.querySelector("[data-copy-offer]");

  if (isUser()) takeOver();
  const left = read(slot());
  if (left && !box.value.startsWith(left)) {
    if (left.startsWith(box.value)) putBack(left);
    else write(older(), joined(read(older()), left));
  }
  if (box.value !== left) drop(slot());
  show();
  if (box.value !== box.defaultValue) setTimeout(changed); // put back, or typed before this; once every module listens

  box.addEventListener("input", () => write(slot(), box.value));
  document.addEventListener("viva:submitted", () => drop(slot()));
  document.addEventListener("viva:person", ({ detail }) => {
    if (!person.value) tellTabs(detail.person);
    rename(detail.person);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key === TOLD && newValue && !person.value) rename(newValue);
  });
  document.addEventListener("viva:saved", ({ detail }) => {
    if (detail.text === box.value) drop(slot());
    else write(slot(), box.value);
  });

  offer.addEventListener("click", ({ target }) => {
    if (target.closest("[data-copy-use]")) {
      const before = box.value;
      box.value = read(older());
      changed();
      write(older(), before);
    } else if (target.closest("[data-copy-drop]")) drop(older());
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
  function rename(tag) {
    if (tag === person.value) return;
    const [typed, waiting] = [read(slot()), read(older())];
    for (const name of [slot(), older()]) drop(name);
    person.value = tag;
    write(older(), joined(read(older()), read(slot()), waiting));
    write(slot(), typed);
    show();
  }

  // A tab that was opened before the guest became a person, and now cannot reach the server, writes copies too.
  function tellTabs(tag) {
    try {
      localStorage.setItem(TOLD, tag);
      localStorage.removeItem(TOLD);
    } catch {
      // Without storage there are no copies.
    }
  }

  // What the user typed as a guest before signing in.
  function takeOver() {
    for (const name of ["", ":older"]) {
      const text = read(guests + name, ["", form.dataset.claimed]);
      if (!text) continue;
      write(slot() + name, joined(read(slot() + name), text));
      drop(guests + name);
    }
  }

  function joined(...texts) {
    return texts.filter(Boolean).join("\n\n");
  }

  function show() {
    const text = read(older());
    offer.hidden = !text;
    offer.querySelector("pre").textContent = text;
  }

  function read(name, owners = [person.value]) {
    try {
      const copy = JSON.parse(localStorage.getItem(name)) ?? { text: "" };
      if (owners.includes(copy.person)) return copy.text;
      if (!isUser()) drop(name);
    } catch {
      drop(name);
    }
    return "";
  }

  function write(name, text) {
    try {
      if (text) localStorage.setItem(name, JSON.stringify({ person: person.value, text }));
      else localStorage.removeItem(name);
    } catch {
      // No room, or storage is switched off: the server copy has to do.
    }
  }

  function drop(name) {
    write(name, "");
  }
}
