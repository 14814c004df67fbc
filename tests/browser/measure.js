// Measures every drawing of a page and returns what is wrong with it, as sentences.
// A drawing is a picture or a grid; texts are measured as shown, marks against what lies behind them.
(drawings) => {
  const SMALLEST = 12, TEXT = 4.5, MARK = 3;
  // Lines and fields that carry nothing, and the ground that keeps a text free of a line.
  const QUIET = ".s-grid, .s-notch, .s-halo, .s-tie-halo, .s-tie-ground, .s-field, .s-track, .s-today-field";
  const faults = [];

  const said = text => `"${text.trim().slice(0, 40)}"`;
  const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const colour = text => {
    const parts = (text.match(/-?[\d.]+(e-?\d+)?/g) || []).map(Number);
    if (text === "none" || text === "transparent" || parts.length < 3) return null;
    const [red, green, blue] = parts.map(part => (text.startsWith("color(") ? part * 255 : part));
    return { rgb: [red, green, blue], alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const over = (front, back) => front.rgb.map((part, at) => part * front.alpha + back[at] * (1 - front.alpha));
  const light = rgb => {
    const [red, green, blue] = rgb.map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const grounds = new Map();
  const ground = element => {
    if (!grounds.has(element)) grounds.set(element, below(element));
    return grounds.get(element);
  };
  const below = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found && found.alpha > 0) layers.push(found);
      if (found && found.alpha === 1) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), [255, 255, 255]);
  };

  // What lies behind a spot of a picture: the last filled shape before the element that holds the spot.
  const behind = (element, x, y, shapes, paper) => {
    let back = paper;
    for (const shape of shapes) {
      if (shape.element === element) break;
      if (x < shape.box.left || x > shape.box.right || y < shape.box.top || y > shape.box.bottom || !shape.fill) continue;
      const spot = new DOMPoint(x, y).matrixTransform(shape.element.getScreenCTM().inverse());
      if (shape.element.isPointInFill(spot)) back = over(shape.fill, back);
    }
    return back;
  };

  const measured = picture => {
    const paper = ground(picture.parentElement);
    const shapes = [...picture.querySelectorAll("path, rect, circle, ellipse, polygon, line")]
      .filter(element => shown(element) && !element.closest("defs")).map(element => {
        const style = getComputedStyle(element);
        const faint = Number(style.opacity);
        const paint = kind => {
          const found = colour(style[kind]);
          return found && { rgb: found.rgb, alpha: found.alpha * faint * Number(style[`${kind}Opacity`]) };
        };
        const wide = parseFloat(style.strokeWidth) > 0;
        return { element, box: element.getBoundingClientRect(), fill: paint("fill"), stroke: wide ? paint("stroke") : null };
      });
    return { paper, shapes };
  };

  const marks = (picture, { paper, shapes }, name) => {
    for (const { element, box, fill, stroke } of shapes) {
      if (element.matches(QUIET) || element.closest(QUIET) || !element.getTotalLength()) continue;
      // An outline stands out where most of it does: a part may run over another mark.
      const long = element.getTotalLength(), matrix = element.getScreenCTM();
      const steps = [0.1, 0.3, 0.5, 0.7, 0.9].map(share => element.getPointAtLength(long * share).matrixTransform(matrix));
      const lines = stroke ? steps.map(spot => behind(element, spot.x, spot.y, shapes, paper))
        .map(back => contrast(over(stroke, back), back)).sort((a, b) => b - a)[2] : 0;
      const back = behind(element, (box.left + box.right) / 2, (box.top + box.bottom) / 2, shapes, paper);
      const best = Math.max(lines, fill ? contrast(over(fill, back), back) : 0);
      if (best < MARK) {
        const kind = element.getAttribute("class") || element.parentElement.getAttribute("class") || element.nodeName;
        faults.push(`${name}: a mark of ${best.toFixed(2)}:1, ${kind}`);
      }
    }
  };

  const leaves = (inside, edge, slack) => inside.left < edge.left - slack || inside.right > edge.right + slack
    || inside.top < edge.top - slack || inside.bottom > edge.bottom + slack;

  // The same picture on the same ground in the same size is measured once on a page, whatever the window.
  const known = (window.measuredPictures ??= new Set());
  const inPicture = (picture, name) => {
    const room = picture.getBoundingClientRect();
    const like = [picture.outerHTML, ground(picture.parentElement), getComputedStyle(picture).color, room.width].join();
    if (known.has(like)) return [];
    known.add(like);
    const whole = measured(picture), edge = picture.getBoundingClientRect(), boxes = [];
    marks(picture, whole, name);
    for (const { element, box } of whole.shapes)
      if (leaves(box, edge, 1.5)) faults.push(`${name}: a mark leaves its picture, ${element.getAttribute("class") || element.outerHTML.slice(0, 80)}`);
    for (const text of picture.querySelectorAll("text")) {
      if (!text.textContent.trim() || !shown(text)) continue;
      const style = getComputedStyle(text), matrix = text.getScreenCTM();
      const size = parseFloat(style.fontSize) * Math.hypot(matrix.a, matrix.b);
      if (size < SMALLEST - 0.01) faults.push(`${name}: ${said(text.textContent)} is ${size.toFixed(1)} px`);
      const box = text.getBoundingClientRect();
      const upright = Math.abs(matrix.b) < 0.01;
      const half = upright ? Math.max(0, (box.height - size) / 2) : 0;
      const held = { left: box.left, right: box.right, top: box.top + half, bottom: box.bottom - half };
      if (leaves(held, edge, 1)) faults.push(`${name}: ${said(text.textContent)} leaves its picture`);
      boxes.push({ text: text.textContent, ...held });
      const haloed = style.paintOrder.startsWith("stroke") && colour(style.stroke);
      const spot = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const back = haloed ? haloed.rgb : behind(text, ...spot, whole.shapes.filter(one =>
        one.element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING), whole.paper);
      for (const share of [0.2, 0.5, 0.8]) {
        const x = box.left + (box.right - box.left) * share, y = spot[1];
        const later = whole.shapes.filter(one => one.fill && !one.element.closest(".s-halo, .s-tie-ground") &&
          text.compareDocumentPosition(one.element) & Node.DOCUMENT_POSITION_FOLLOWING);
        const bare = [0, 0, 0.5];
        if (upright && behind(text, x, y, later, bare) !== bare) {
          faults.push(`${name}: ${said(text.textContent)} is covered`);
          break;
        }
      }
      const ink = colour(style.fill);
      const found = ink ? contrast(over(ink, back), back) : 1;
      if (found < TEXT) faults.push(`${name}: ${said(text.textContent)} has ${found.toFixed(2)}:1`);
    }
    return boxes;
  };

  const inGrid = (grid, name) => {
    const boxes = [], walker = document.createTreeWalker(grid, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!node.data.trim() || holder.closest("svg, .s-hidden, style, script") || !shown(holder)) continue;
      const head = holder.closest("thead");
      if (head && head.getBoundingClientRect().width < 2) continue;
      const style = getComputedStyle(holder), size = parseFloat(style.fontSize);
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(rect => rect.width > 0.5 && rect.height > 1);
      if (!rects.length) continue;
      if (size < SMALLEST - 0.01) faults.push(`${name}: ${said(node.data)} is ${size.toFixed(1)} px`);
      const back = ground(holder), found = contrast(over(colour(style.color), back), back);
      if (found < TEXT) faults.push(`${name}: ${said(node.data)} has ${found.toFixed(2)}:1`);
      const frame = holder.closest(".s-chip, .s-way-step, td, th, .s-power-field, .s-numbers > li, .s-curves > li");
      for (const rect of rects) {
        const half = Math.max(0, (rect.height - size) / 2);
        const held = { left: rect.left, right: rect.right, top: rect.top + half, bottom: rect.bottom - half };
        boxes.push({ text: node.data, ...held });
        if (frame && leaves(held, frame.getBoundingClientRect(), 1.5)) faults.push(`${name}: ${said(node.data)} leaves its frame`);
      }
    }
    return boxes;
  };

  const overlaps = (boxes, name) => {
    boxes.sort((a, b) => a.top - b.top);
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1.5) faults.push(`${name}: ${said(a.text)} lies on ${said(b.text)}`);
      }
  };

  const all = [...document.querySelectorAll(drawings)].filter(one => shown(one) && !one.parentElement.closest(drawings));
  all.forEach((drawing, at) => {
    const before = [...document.querySelectorAll("article h2, article h3")].filter(head =>
      head.compareDocumentPosition(drawing) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    const name = `${before ? before.id : "page"}/${at + 1}`;
    const boxes = drawing.matches("svg") ? [] : inGrid(drawing, name);
    const pictures = drawing.matches("svg") ? [drawing] : [...drawing.querySelectorAll("svg")].filter(shown);
    for (const picture of pictures) {
      const cell = picture.closest("td, th, .s-curves > li");
      if (cell && leaves(picture.getBoundingClientRect(), cell.getBoundingClientRect(), 1.5)) faults.push(`${name}: a picture leaves its cell`);
    }
    for (const picture of pictures) boxes.push(...inPicture(picture, name));
    overlaps(boxes, name);
  });
  return { drawings: all.length, faults };
}
