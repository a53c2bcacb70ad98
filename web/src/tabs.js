// Tabs as keyboards and screen readers know them; drawn again when one is chosen.
import { h } from "./dom.js";

export class Tabs {
  constructor(label, rows, chosen) {
    this.chosen = chosen;
    this.scrolled = {}; // how far each panel was read
    this.rows = rows;
    this.list = h("div", { class: "tabs", role: "tablist", "aria-label": label });
    this.panels = h("div", { class: "panels" });
    for (const row of rows) {
      row.count = h("span", { class: "count", hidden: true });
      row.tab = h("button", {
        type: "button", role: "tab", id: `tab-${row.name}`, "aria-controls": `panel-${row.name}`, class: `tab tab-${row.name}`,
        onclick: () => this.choose(row.name),
      }, row.label, row.count);
      row.panel.id = `panel-${row.name}`;
      row.panel.setAttribute("role", "tabpanel");
      row.panel.setAttribute("aria-labelledby", `tab-${row.name}`);
      this.list.append(row.tab);
      if (!row.elsewhere) this.panels.append(row.panel);
    }
    const more = () => this.list.classList.toggle("more", this.list.scrollWidth - this.list.scrollLeft - this.list.clientWidth > 8);
    this.list.addEventListener("scroll", more, { passive: true });
    new ResizeObserver(more).observe(this.list);
    this.list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const shown = rows.filter((row) => row.tab.offsetParent);
      const at = shown.findIndex((row) => row.tab === document.activeElement);
      const next = shown[(at + step + shown.length) % shown.length];
      this.choose(next.name);
      next.tab.focus();
    });
  }

  choose(name, tell = true) {
    const side = this.panels.parentNode, was = this.name;
    if (was) this.scrolled[was] = [window.scrollY, side?.scrollTop || 0];
    this.name = name;
    for (const row of this.rows) {
      const on = row.name === name;
      row.tab.setAttribute("aria-selected", String(on));
      row.tab.tabIndex = on ? 0 : -1;
      if (!row.elsewhere) row.panel.hidden = !on;
    }
    document.body.dataset.panel = name;
    this.rows.find((row) => row.name === name).tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (was && was !== name) {
      const [page, panel] = this.scrolled[name] || [0, 0];
      window.scrollTo(0, page);
      if (side) side.scrollTop = panel;
    }
    if (tell) this.chosen(name);
  }

  // Shows a tab or takes it away.
  offer(name, on) {
    this.rows.find((row) => row.name === name).tab.hidden = !on;
    if (!on && this.name === name) this.choose("findings");
  }

  // Another text: everything is read from its top.
  anew() {
    this.scrolled = {};
    window.scrollTo(0, 0);
    if (this.panels.parentNode) this.panels.parentNode.scrollTop = 0;
  }

  count(name, n) {
    const { count } = this.rows.find((row) => row.name === name) || {};
    if (!count) return;
    count.textContent = n ? String(n) : "";
    count.hidden = !n;
  }
}
