/* The page of one lesson: what was opened, what is still open, and the mark that it is done. */
window.samLearning.lesson = (() => {
  "use strict";
  const { today, due, words } = window.samLearning;
  const { TIMES, share, listed, long, make, link, button, line, status, say, save, troubles } = words;

  /* A link to the model answer leads to its heading; whoever comes by it wants to read what stands folded below. */
  const FOLD = ".s-reveal";
  const unfold = (hash) => {
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    const after = target?.nextElementSibling;
    const fold = target?.closest(FOLD) ?? (after?.matches(FOLD) ? after : null);
    if (fold) fold.open = true;
  };
  const unfolding = () => {
    unfold(location.hash);
    window.addEventListener("hashchange", () => unfold(location.hash));
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link && link.pathname === location.pathname) unfold(link.hash);
    });
  };

  return (root, store, days, show) => {
    unfolding();
    const box = document.querySelector("[data-check]");
    const { check: id, digest } = box.dataset;
    const questions = [...document.querySelectorAll("[data-question]")].map((item, at) => {
      const answers = [...item.querySelectorAll("details")];
      const note = item.appendChild(make("p", "", "s-kept-line"));
      return { key: item.dataset.question, name: at + 1, answers, note };
    });
    const kept = (question) => store.lesson(id).answers[question.key] ?? { opened: [], right: false };
    const opened = (question, at) => {
      if (question.answers[at].open) return;
      const one = kept(question);
      if (one.right || one.opened.includes(at)) return;
      const right = "right" in question.answers[at].dataset;
      store.changeLesson(id, (lesson) => {
        lesson.answers = { ...lesson.answers, [question.key]: { opened: [...one.opened, at], right } };
      });
      show();
    };
    for (const question of questions)
      question.answers.forEach((answer, at) =>
        answer.querySelector("summary").addEventListener("click", () => opened(question, at)),
      );

    const first = () => questions.filter((one) => kept(one).right && kept(one).opened.length === 1);
    const now = status();
    const act = (change) => () => {
      store.changeLesson(id, change);
      show();
      now.focus();
    };
    const done = button("Mark as done in this browser", act((lesson) => {
      const keys = questions.map((one) => one.key);
      const answers = Object.fromEntries(Object.entries(lesson.answers).filter(([key]) => keys.includes(key)));
      const score = { first: first().length, of: questions.length };
      Object.assign(lesson, { digest, passed: today(), ...score, recalled: [], answers, again: false });
    }));
    const recall = button("Recalled today", act((lesson) => lesson.recalled.push(today())));
    const back = button("Take the mark back", act((lesson) => Object.assign(lesson, { passed: "", recalled: [] })));
    const again = button("Start the questions again", () => {
      store.changeLesson(id, (lesson) => Object.assign(lesson, { answers: {}, again: true }));
      for (const answer of questions.flatMap((one) => one.answers)) answer.open = false;
      show();
      questions[0].answers[0].querySelector("summary").focus();
    });
    const out = button("Export", () => save(store));
    const next = line();
    box.append(now, done, recall, again, back, out, next);

    const progress = (right, tried) => {
      const all = questions.length;
      const left = questions.filter((one) => !kept(one).right).map((one) => String(one.name));
      if (!all) return "No questions here: mark it as done when the exercise is done.";
      if (!tried) return "No answer opened yet. At each question the first one you open counts.";
      if (left.length) {
        const open = `Still open: question${left.length > 1 ? "s" : ""} ${listed(left)}.`;
        return all === 1 ? "Its question is still open." : `${share(right, all)} answered right. ${open}`;
      }
      const later = questions.filter((one) => kept(one).opened.length > 1).map((one) => String(one.name));
      const look = later.length ? ` Worth a second look: question${later.length > 1 ? "s" : ""} ${listed(later)}.` : "";
      return all === 1
        ? `Answered right at the ${TIMES[kept(questions[0]).opened.length]} try.`
        : `${share(first().length, all)} right at the first try.${look}`;
    };
    return () => {
      const lesson = store.lesson(id);
      const changed = Boolean(lesson.passed) && lesson.digest !== digest;
      const right = questions.filter((one) => kept(one).right).length;
      const tried = questions.some((one) => kept(one).opened.length);
      const openNow = !lesson.passed || changed || lesson.again === true;
      const day = due(lesson, days);
      const isDue = Boolean(day) && day <= today();
      const score = lesson.of ? `, ${lesson.first} of ${lesson.of} right at the first try` : "";
      const comes = isDue ? " Its questions are due again today." : day ? ` Its questions come back on ${long(day)}.` : "";
      const was = changed
        ? `Changed since you passed it on ${long(lesson.passed)}: read it and open the check again.`
        : lesson.passed
          ? `Done in this browser on ${long(lesson.passed)}${score}.${comes}`
          : "";
      say(now, [...troubles(store), was, openNow ? progress(right, tried) : ""].filter(Boolean).join(" "));
      for (const one of questions) {
        const { opened: tries, right: ok } = kept(one);
        say(one.note, ok ? `Right at the ${TIMES[tries.length]} try.` : tries.length ? "Not yet: open another answer." : "");
      }
      done.hidden = !(openNow && right === questions.length);
      recall.hidden = !isDue || changed;
      again.hidden = !tried;
      back.hidden = !lesson.passed;
      out.hidden = store.kept;
      const mine = document.querySelector(`[data-path="${store.record().path || "-"}"] a`);
      const on = mine ?? document.querySelector('.s-steps a[rel="next"]');
      next.replaceChildren(
        ...(lesson.passed && on ? [mine ? "Next on your path: " : "Next: ", link(on.textContent, on.href)] : []),
      );
      root.replaceChildren(...(was ? [line(`${was} `, link("To the check", "#check-yourself"))] : []));
    };
  };
})();
