// Times come from the server in its own zone; the reader sees the hour of this device, with the day where the element has
// data-day. viva:fragment brings new HTML.
const language = document.documentElement.lang;
const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", day: "numeric" });
const near = new Intl.RelativeTimeFormat(language, { numeric: "auto" }); // today, yesterday

function localize(root) {
  for (const element of root.querySelectorAll("time[datetime]")) {
    const time = new Date(element.dateTime);
    element.textContent = "day" in element.dataset ? `${dayOf(time)} ${hour.format(time)}` : hour.format(time);
  }
}

function dayOf(time) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const ago = Math.round((midnight(new Date()) - midnight(time)) / 86_400_000);
  return ago === 0 || ago === 1 ? near.format(-ago, "day") : day.format(time);
}

localize(document);
document.addEventListener("viva:fragment", ({ detail }) => localize(detail));
