/* What this browser keeps of the course: one record for each site, read, changed and written as a whole.
   Nothing here touches a page. Where a browser keeps nothing, the record lasts as long as the page does. */
window.samLearning = (() => {
  "use strict";
  const FORMAT = "sam-gen learning";
  const VERSION = 1;
  const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  const empty = () => ({ format: FORMAT, version: VERSION, path: "", name: "", lessons: {} });
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isDay = (value) => DAY.test(value) && !Number.isNaN(Date.parse(value));
  const isCount = (value) => Number.isInteger(value) && value >= 0;

  /* Days are the reader's own, and are counted at noon, so that no change of the clock moves one. */
  const iso = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const today = () => iso(new Date());
  const plus = (day, days) => {
    const date = new Date(`${day}T12:00:00`);
    date.setDate(date.getDate() + days);
    return iso(date);
  };

  /* Reading: what is not of this version, or not of this shape, is never half understood. */
  const answersOf = (value) =>
    Object.fromEntries(
      Object.entries(isRecord(value) ? value : {}).filter(
        ([key, one]) => ID.test(key) && isRecord(one) && Array.isArray(one.opened) && one.opened.every(isCount),
      ),
    );
  const lessonOf = (value) => ({
    ...value,
    digest: String(value.digest ?? ""),
    passed: isDay(value.passed) ? value.passed : "",
    first: isCount(value.first) ? value.first : 0,
    of: isCount(value.of) ? value.of : 0,
    recalled: Array.isArray(value.recalled) ? value.recalled.filter(isDay) : [],
    answers: answersOf(value.answers),
  });
  /* The days on which acts of a path were done. A record of a time before there were any has none, and is whole. */
  const actsOf = (value) =>
    Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(([key, day]) => ID.test(key) && isDay(day)));
  const recordOf = (value) => {
    if (!isRecord(value) || value.format !== FORMAT || value.version !== VERSION || !isRecord(value.lessons)) return null;
    const lessons = Object.entries(value.lessons).filter(([id, one]) => ID.test(id) && isRecord(one));
    return {
      ...value,
      path: ID.test(value.path) ? value.path : "",
      name: String(value.name ?? "").slice(0, 200),
      lessons: Object.fromEntries(lessons.map(([id, one]) => [id, lessonOf(one)])),
      ...("acts" in value ? { acts: actsOf(value.acts) } : {}),
    };
  };
  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };

  /* Two records become one: of each lesson the later pass, every answer that either has, of each act the later day. */
  const mergedLesson = (mine, theirs) => {
    const [later, earlier] = theirs.passed > mine.passed ? [theirs, mine] : [mine, theirs];
    const longer = earlier.passed === later.passed && earlier.recalled.length > later.recalled.length;
    const recalled = longer ? earlier.recalled : later.recalled;
    return { ...earlier, ...later, recalled, answers: { ...earlier.answers, ...later.answers } };
  };
  const merged = (mine, theirs) => {
    const lessons = { ...mine.lessons };
    for (const [id, one] of Object.entries(theirs.lessons))
      lessons[id] = Object.hasOwn(lessons, id) ? mergedLesson(lessons[id], one) : one;
    const acts = { ...theirs.acts, ...mine.acts };
    for (const [key, day] of Object.entries(theirs.acts ?? {})) if (day > acts[key]) acts[key] = day;
    return { ...theirs, ...mine, path: mine.path || theirs.path, name: mine.name || theirs.name, lessons, acts };
  };

  /* The day on which a lesson's questions come back: after each recall the gap to the next is kept. */
  const due = (lesson, days) => {
    const at = lesson.recalled.length;
    if (!lesson.passed || at >= days.length) return "";
    return at ? plus(lesson.recalled[at - 1], days[at] - days[at - 1]) : plus(lesson.passed, days[0]);
  };

  /* A site's record, under a key that names the site: two on one host do not mix. */
  const open = (base) => {
    const key = `sam-gen learning ${base}`;
    const asideKey = `${key} set aside `;
    let record = empty();
    const store = { kept: true, setAside: false, news: false };

    const storage = () => window.localStorage;
    const asides = () =>
      Array.from({ length: storage().length }, (_, at) => storage().key(at)).filter((one) => one.startsWith(asideKey));
    const putAside = (text) => {
      let at = 1;
      while (storage().getItem(asideKey + at) !== null) at += 1;
      storage().setItem(asideKey + at, text);
    };
    const read = () => {
      if (!store.kept) return;
      try {
        const text = storage().getItem(key);
        const value = text === null ? empty() : parsed(text);
        const found = recordOf(value);
        /* What would be lost by going on from here is put aside whole, before anything is written over it. */
        if (!found || JSON.stringify(found) !== JSON.stringify(value)) {
          putAside(text);
          storage().setItem(key, JSON.stringify(found ?? empty()));
          store.news = true;
        }
        record = found ?? empty();
        store.setAside = asides().length > 0;
      } catch {
        store.kept = false;
      }
    };
    const write = () => {
      if (!store.kept) return;
      try {
        storage().setItem(key, JSON.stringify(record));
      } catch {
        store.kept = false;
      }
    };

    store.key = key;
    store.record = () => record;
    store.read = read;
    store.lesson = (id) => (Object.hasOwn(record.lessons, id) ? record.lessons[id] : lessonOf({}));
    store.act = (key) => (Object.hasOwn(record.acts ?? {}, key) ? record.acts[key] : "");
    /* Another tab may have written since: read, change, write. */
    store.change = (act) => {
      read();
      act(record);
      write();
    };
    store.changeLesson = (id, act) =>
      store.change(() => {
        const lesson = store.lesson(id);
        act(lesson);
        record.lessons[id] = lesson;
      });
    store.changeAct = (key, day) =>
      store.change(() => {
        const { [key]: _was, ...others } = record.acts ?? {};
        record.acts = day ? { ...others, [key]: day } : others;
      });
    store.exported = () => {
      let aside = [];
      try {
        aside = store.kept ? asides().map((one) => storage().getItem(one)) : [];
      } catch {
        store.kept = false;
      }
      return JSON.stringify({ ...record, exported: today(), ...(aside.length ? { aside } : {}) }, null, 1);
    };
    /* Returns how many lessons and acts the file holds, or why it was left alone. */
    store.imported = (text) => {
      const value = parsed(text);
      if (isRecord(value) && value.format === FORMAT && value.version > VERSION) return "newer";
      const found = recordOf(value);
      if (!found) return "foreign";
      const { exported: _day, aside: _aside, ...theirs } = found;
      store.change(() => {
        record = merged(record, theirs);
      });
      return { lessons: Object.keys(theirs.lessons).length, acts: Object.keys(theirs.acts ?? {}).length };
    };
    store.forget = () => {
      record = empty();
      try {
        for (const one of asides()) storage().removeItem(one);
        storage().removeItem(key);
      } catch {
        store.kept = false;
      }
      store.setAside = false;
    };
    /* A browser that refuses to write is noticed before the first answer, not after the last. */
    try {
      storage().setItem(`${key} probe`, "");
      storage().removeItem(`${key} probe`);
    } catch {
      store.kept = false;
    }
    read();
    return store;
  };

  return { open, today, plus, due, isDay };
})();
