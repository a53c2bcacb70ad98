// Elements from plain calls: h("p", { class: "quiet" }, "words"). Words are always text, never markup.
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value") element.value = value;
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Puts new children in, and gives the focus back to what stands for the element that had it (data-key).
export function fill(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  parent.replaceChildren(...children.flat(9).filter(Boolean));
  if (focused) parent.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

const quietly = matchMedia("(prefers-reduced-motion: reduce)");
export const behavior = () => (quietly.matches ? "auto" : "smooth");

let said, timer;
// Says something to everybody: shown for a while at the bottom, and read out by screen readers.
export function say(text, action) {
  if (!said) {
    said = h("div", { class: "toast", role: "status" });
    document.body.append(said);
  }
  clearTimeout(timer);
  said.replaceChildren(h("span", {}, text));
  if (action) {
    said.append(h("button", { class: "link", onclick: () => { action.run(); hush(); } }, action.label));
  }
  said.classList.add("shown");
  timer = setTimeout(hush, action ? 9000 : 6000);
}
export function hush() {
  clearTimeout(timer);
  if (!said) return;
  said.classList.remove("shown");
  timer = setTimeout(() => said.replaceChildren(), 400);
}

// A dialog that gives the focus back when it is closed; `make` gets a function that closes it.
export function dialog(title, make, kind = "") {
  const box = h("dialog", { class: `dialog ${kind}`, "aria-labelledby": "dialog-title" });
  const close = () => box.close();
  box.append(
    h("div", { class: "dialog-head" },
      h("h2", { id: "dialog-title" }, title),
      h("button", { class: "icon", type: "button", "aria-label": text.close, onclick: close }, "×")),
    ...[make(close)].flat(),
  );
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => { if (event.target === box) close(); });
  document.body.append(box);
  box.showModal();
  return box;
}
const text = { close: "Close" };
export const dialogWords = (words) => Object.assign(text, words);

// A button with a menu below it: arrow keys, Escape, and a click elsewhere work as everywhere.
let menus = 0;
export function menu(label, items, props = {}) {
  const id = `menu-${++menus}`;
  const list = h("div", { class: "menu-list", role: "menu", id, hidden: true });
  const button = h("button", {
    type: "button", class: `button ${props.class || ""}`, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id,
    onclick: () => (list.hidden ? open() : close()),
  }, label, h("span", { class: "caret", "aria-hidden": "true" }, "▾"));
  for (const item of items) {
    list.append(h("button", {
      type: "button", role: "menuitem", tabindex: "-1",
      onclick: () => { close(); button.focus(); item.run(); },
    }, item.label));
  }
  const rows = () => [...list.children];
  function open() {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    rows()[0].focus();
  }
  function close() {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }
  const holder = h("div", { class: "menu" }, button, list);
  holder.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const at = rows().indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { close(); button.focus(); }
    else if (event.key === "Tab") close();
    else if (step) { event.preventDefault(); rows()[(at + step + rows().length) % rows().length].focus(); }
    else if (event.key === "Home") rows()[0].focus();
    else if (event.key === "End") rows().at(-1).focus();
  });
  document.addEventListener("pointerdown", (event) => { if (!holder.contains(event.target)) close(); });
  return holder;
}
