/* How what is kept reads: words and small pieces of a page. It says where the reader is, never how good they are. */
window.samLearning.words = (() => {
  "use strict";
  const { today } = window.samLearning;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
  const TIMES = ["", "first", "second", "third", "fourth"];

  const number = (value) => NUMBERS[value] ?? String(value);
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const count = (value, one) => `${number(value)} ${one}${value === 1 ? "" : "s"}`;
  const share = (value, of) => `${value ? capital(number(value)) : "None"} of ${number(of)}`;
  const listed = (parts) => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
  const long = (day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

  const short = (day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1].slice(0, 3)} ${day.slice(0, 4)}`;

  const make = (tag, text = "", kind = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const link = (text, to) => Object.assign(make("a", text), { href: to });
  const button = (text, act) => {
    const made = Object.assign(make("button", text, "s-button"), { type: "button" });
    made.addEventListener("click", act);
    return made;
  };
  const line = (...parts) => {
    const made = make("p", "", "s-kept-line");
    made.append(...parts);
    return made;
  };
  /* A status is there before it speaks, and takes the focus from a button that goes away. */
  const status = () => {
    const made = make("p", "", "s-kept-line");
    made.setAttribute("role", "status");
    made.tabIndex = -1;
    return made;
  };
  const say = (where, text) => {
    if (where.textContent !== text) where.textContent = text;
  };

  const save = (store) => {
    const url = URL.createObjectURL(new Blob([store.exported()], { type: "application/json" }));
    Object.assign(link("", url), { download: `course-progress-${today()}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  const troubles = (store, everywhere) => [
    ...(store.kept ? [] : ["This browser does not keep progress: export before you close or leave this page."]),
    ...(store.news || (everywhere && store.setAside)
      ? ["A record of this course could not be read whole. It was put aside as it was, and is in every export."]
      : []),
  ];

  /* Marks beside every link to a lesson, and how many of a list are done. ---------------------------- */
  const mark = (store, row) => {
    const lesson = store.lesson(row.dataset.lesson);
    const changed = lesson.passed && lesson.digest !== row.dataset.digest;
    const begun = Object.keys(lesson.answers).length > 0;
    const text = lesson.passed ? `done ${short(lesson.passed)}${changed ? ", changed since" : ""}` : begun ? "begun" : "";
    const place = row.querySelector(".s-when, .s-second:last-child") ?? row;
    const old = row.querySelector(".s-kept-mark") ?? place.appendChild(make("span", "", "s-kept-mark"));
    old.classList.toggle("s-ochre", Boolean(changed));
    say(old, text);
    return { passed: Boolean(lesson.passed), changed: Boolean(changed) };
  };
  const tally = (list, states, any) => {
    const before = list.previousElementSibling;
    const place = before?.classList.contains("s-tally") ? before : make("p", "", "s-kept-line s-tally");
    if (place !== before) list.before(place);
    const done = states.filter((one) => one.passed).length;
    const changed = states.filter((one) => one.changed).length;
    const since = changed ? ` ${share(changed, done)} ${changed === 1 ? "has" : "have"} changed since.` : "";
    say(place, any ? `${share(done, states.length)} done in this browser.${since}` : "");
  };
  const marks = (store) => {
    const any = Object.values(store.record().lessons).some((one) => one.passed);
    for (const row of document.querySelectorAll("[data-lesson]")) mark(store, row);
    for (const list of document.querySelectorAll("[data-counted]"))
      tally(list, [...list.querySelectorAll("[data-lesson]")].map((row) => mark(store, row)), any);
  };

  return { TIMES, number, capital, count, share, listed, long, short, make, link, button, line, status, say, save, troubles, marks };
})();
