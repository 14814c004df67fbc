/* The pages about many lessons: the course, the paths, the cards, the certificate. */
window.samLearning.lists = (() => {
  "use strict";
  const { today, due, words } = window.samLearning;
  const { TIMES, capital, count, share, listed, long, short, make, link, button, line, status, say, save, troubles } = words;

  const rows = () => {
    const found = new Map();
    for (const row of document.querySelectorAll("[data-lesson]"))
      if (!found.has(row.dataset.lesson)) found.set(row.dataset.lesson, row);
    return found;
  };
  const isDone = (store) => (id) => Boolean(store.lesson(id).passed);
  const isDue = (store, days) => (id) => {
    const day = due(store.lesson(id), days);
    return Boolean(day) && day <= today();
  };
  const times = (store, id) => `the ${TIMES[store.lesson(id).recalled.length + 1] ?? "next"} time`;
  const dueList = (store, ids, target) => {
    const list = make("ul", "", "s-list");
    for (const [id, row] of ids) {
      const item = list.appendChild(make("li")).appendChild(make("span", "", "s-line"));
      item.append(link(row.querySelector("a").textContent, target(id)), ` ${row.dataset.cards}, ${times(store, id)}`);
    }
    return list;
  };
  const comes = (store, ids, days) => {
    const ahead = ids.map((id) => due(store.lesson(id), days)).filter((day) => day > today()).sort();
    return ahead.length ? `Nothing to recall before ${long(ahead[0])}.` : "";
  };

  /* What to do next: the first lesson that is not done, on the path if there is one; at its end, the gate. */
  const nextOnPath = (store, found, parts) => {
    const done = isDone(store);
    const lessons = (part) => part.dataset.lessons.split(" ").filter((id) => found.has(id));
    const at = parts.findIndex((part) => !lessons(part).every(done));
    const here = at < 0 ? null : lessons(parts[at]);
    const before = parts.at(at < 0 ? -1 : at - 1);
    const gate = (at < 0 || (at > 0 && !here.some(done))) && before.dataset.gate ? before : null;
    const said = [];
    if (gate) {
      const { gate: name, to, days } = gate.dataset;
      const then = at < 0 ? "." : ", then the next lesson.";
      const open = before.dataset.acts.split(" ").filter((key) => key && !store.act(key)).length;
      const first = open ? ` ${capital(count(open, "act"))} on the account ${open === 1 ? "is" : "are"} still open.` : "";
      said.push(line(`All lessons of ${days} are done.${first} Now comes `, link(name, to), then));
    } else if (at < 0) said.push(line("All lessons of this path are done."));
    const sheet = document.querySelector('article a[href*="certificate/"]');
    if (at < 0 && sheet) said.push(line("After it, print your ", link("certificate", sheet.href), "."));
    return { id: here?.find((id) => !done(id)), said, name: parts[0].dataset.name };
  };
  const nextLines = (store, found) => {
    const every = [...document.querySelectorAll("[data-part]")];
    const parts = every.filter((part) => part.dataset.part === store.record().path);
    const free = { id: [...found.keys()].find((id) => !isDone(store)(id)), said: [], name: "" };
    const { id, said, name } = parts.length ? nextOnPath(store, found, parts) : free;
    const row = found.get(id);
    const begun = [...found.keys()].some(isDone(store));
    const choose = every.length && !parts.length ? every[0].dataset.to.replace(/#.*/, "") : "";
    if (choose) said.push(line("No path is chosen in this browser: ", link("choose yours", choose), "."));
    if (row) {
      const anchor = row.querySelector("a");
      const free = begun || !choose ? "Next: " : "Or begin with: ";
      said.push(line(name ? `Next on the path ${name}: ` : free, link(anchor.textContent, anchor.href)));
    } else if (!parts.length && found.size) said.push(line("Every lesson is done."));
    return said;
  };

  const course = (root, store, days, show) => {
    const tools = document.querySelector("[data-tools]");
    const now = status();
    root.append(now);
    const panel = root.appendChild(make("div"));
    toolbox(tools, store, show);
    return () => {
      const found = rows();
      const ids = [...found.keys()];
      const done = ids.filter(isDone(store)).length;
      const sum = done ? [`${share(done, ids.length)} lessons done in this browser.`] : [];
      say(now, [...troubles(store, true), ...sum].join(" "));
      const dueNow = [...found].filter(([id]) => isDue(store, days)(id));
      const later = comes(store, ids, days);
      const list = dueList(store, dueNow, (id) => `${tools.dataset.cards}#cards-${id}`);
      const recall = dueNow.length
        ? [line(`To recall today: ${count(dueNow.length, "lesson")}.`), list]
        : later
          ? [line(later)]
          : [];
      panel.replaceChildren(...nextLines(store, found), ...recall);
    };
  };

  /* Export, import, forget. */
  const toolbox = (tools, store, show) => {
    const now = status();
    const file = Object.assign(document.createElement("input"), { type: "file", accept: ".json,application/json" });
    const label = make("label", "Import a file ", "s-kept-line");
    label.append(file);
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      if (!chosen) return;
      const got = store.imported(await chosen.text());
      file.value = "";
      show();
      say(now, imported(got));
    });
    const ask = button("Forget everything here", () => {
      ask.hidden = true;
      sure.hidden = false;
      keep.focus();
    });
    const close = (text) => {
      sure.hidden = true;
      ask.hidden = false;
      say(now, text);
      now.focus();
    };
    const keep = button("Keep it", () => close("Nothing was forgotten."));
    const forget = button("Forget it", () => {
      store.forget();
      show();
      close("Forgotten: this browser keeps nothing of the course.");
    });
    const sure = make("span", "All marks, ticks, answers and your name on the certificate go, from this browser. ");
    sure.append(forget, " ", keep);
    sure.hidden = true;
    const out = button("Export", () => {
      save(store);
      say(now, "Exported: a file of this course is in your downloads.");
    });
    tools.append(line(out), label, line(ask, sure), now);
  };
  const imported = (got) => {
    if (got === "newer") return "This file was written by a newer course than this one: nothing was changed.";
    if (got === "foreign") return "This is no export of a course, or it is damaged: nothing was changed.";
    const said = [
      ...(got.lessons || !got.acts ? [count(got.lessons, "lesson")] : []),
      ...(got.acts ? [count(got.acts, "act")] : []),
    ];
    return `Imported: ${listed(said)}. What was kept here before is still there.`;
  };

  /* Each act gets a box to tick; the act itself is its name. How many are done stands above the list. */
  const acts = (store, show) => {
    for (const note of document.querySelectorAll("[data-acts-note]"))
      note.textContent = "On your own account; ticked in this browser alone";
    const lists = [...document.querySelectorAll("[data-acts]:not([data-part])")].map((list) => {
      const sum = make("p", "", "s-kept-line s-tally");
      list.before(sum);
      list.classList.add("s-acts--ticked");
      const boxes = [...list.querySelectorAll("[data-act]")].map((item) => {
        const { act: key } = item.dataset;
        const box = Object.assign(document.createElement("input"), { type: "checkbox" });
        const label = make("label");
        label.append(box, make("span", item.textContent));
        const done = make("span", "", "s-kept-mark");
        item.replaceChildren(label, done);
        box.addEventListener("change", () => {
          store.changeAct(key, box.checked ? today() : "");
          show();
        });
        return { key, box, done };
      });
      return { sum, boxes };
    });
    return () => {
      for (const { sum, boxes } of lists) {
        const ticked = boxes.filter(({ key }) => store.act(key)).length;
        say(sum, ticked ? `${share(ticked, boxes.length)} done in this browser.` : "");
        for (const { key, box, done } of boxes) {
          const day = store.act(key);
          box.checked = Boolean(day);
          say(done, day ? `done ${short(day)}` : "");
        }
      }
    };
  };

  const onboarding = (root, store, days, show) => {
    const tick = acts(store, show);
    const choices = [...document.querySelectorAll("[data-choose]")].map((place) => {
      const { choose: id, name } = place.dataset;
      const now = status();
      const choose = (path) => () => {
        store.change((record) => Object.assign(record, { path }));
        show();
        now.focus();
      };
      const take = button("Take this path", choose(id));
      const leave = button("Leave this path", choose(""));
      take.setAttribute("aria-label", `Take this path: ${name}`);
      leave.setAttribute("aria-label", `Leave this path: ${name}`);
      const next = make("div");
      place.append(now, next, take, leave);
      return { id, now, next, take, leave };
    });
    return () => {
      const { path } = store.record();
      root.replaceChildren(...troubles(store).map((text) => line(text)));
      tick();
      for (const { id, now, next, take, leave } of choices) {
        next.replaceChildren(...(id === path ? nextLines(store, rows()) : []));
        say(now, id === path ? "This is your path in this browser." : "");
        take.hidden = id === path;
        leave.hidden = id !== path;
      }
    };
  };

  const cards = (root, store, days, show) => {
    const now = status();
    const panel = make("div");
    root.append(now, panel);
    const groups = [...rows()].map(([id, row]) => {
      const recall = button("Recalled today", () => {
        store.changeLesson(id, (lesson) => lesson.recalled.push(today()));
        show();
        now.focus();
      });
      recall.setAttribute("aria-label", `Recalled today: ${row.querySelector("a").textContent}`);
      row.append(" ", recall);
      return { id, row, recall };
    });
    return () => {
      const ids = groups.map((one) => one.id);
      const dueNow = groups.filter((one) => isDue(store, days)(one.id));
      for (const one of groups) one.recall.hidden = !dueNow.includes(one);
      const said = dueNow.length
        ? `To recall today: ${count(dueNow.length, "lesson")}. Press “Recalled today” after its cards.`
        : comes(store, ids, days) || "Nothing to recall: no lesson is done in this browser yet, or all have come back.";
      say(now, [...troubles(store), said].join(" "));
      const list = dueList(store, dueNow.map(({ id, row }) => [id, row]), (id) => `#cards-${id}`);
      panel.replaceChildren(...(dueNow.length ? [list] : []));
    };
  };

  const certificate = (root, store, days, show) => {
    const label = make("label", "Your name, kept in this browser alone: ", "s-kept-line s-screen");
    const name = Object.assign(document.createElement("input"), { type: "text", autocomplete: "name", maxLength: 200 });
    label.append(name);
    root.append(...troubles(store).map((text) => line(text)), label);
    name.addEventListener("input", () => {
      store.change((record) => Object.assign(record, { name: name.value }));
      show();
    });
    const choices = [...document.querySelectorAll('input[name="path"]')];
    const mine = choices.find((choice) => choice.value && choice.value === store.record().path);
    if (mine) mine.checked = true;
    return () => {
      const { name: kept } = store.record();
      if (name.value !== kept) name.value = kept;
      say(document.querySelector('[data-fill="name"]'), kept);
      for (const row of document.querySelectorAll("[data-done]")) {
        const lesson = store.lesson(row.dataset.done);
        const since = lesson.passed && lesson.digest !== row.dataset.digest ? ", changed since" : "";
        const score = lesson.of ? ` · ${lesson.first} of ${lesson.of}` : "";
        say(row.querySelector('[data-fill="day"]'), lesson.passed ? `${short(lesson.passed)}${score}${since}` : "");
      }
      for (const row of document.querySelectorAll("[data-done-acts]")) {
        const keys = row.dataset.doneActs.split(" ");
        const ticked = keys.map((key) => store.act(key)).filter(Boolean).sort();
        const last = ticked.length ? `${ticked.length} of ${keys.length}, the last ${short(ticked.at(-1))}` : "";
        say(row.querySelector('[data-fill="acts"]'), last);
      }
    };
  };

  return { course, onboarding, cards, certificate };
})();
