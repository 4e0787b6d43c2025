// Times come from the server in its own zone; the reader sees the hour of this device. viva:fragment brings new HTML.
const hour = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

function localize(root) {
  for (const element of root.querySelectorAll("time[datetime]")) element.textContent = hour.format(new Date(element.dateTime));
}

localize(document);
document.addEventListener("viva:fragment", ({ detail }) => localize(detail));
