// Counts the seconds spent with the question in view, on the screen and in the form. It never limits anything.
const clock = document.querySelector("[data-clock]");

if (clock) {
  const shown = clock.querySelector("[data-clock-time]");
  const field = document.querySelector("#answer-form").elements.seconds;
  let seconds = Number(clock.dataset.clock);

  setInterval(() => {
    if (document.hidden) return;
    seconds += 1;
    field.value = seconds;
    shown.textContent = written(seconds);
  }, 1000);
}

function written(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const end = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${end}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${end}`;
}
