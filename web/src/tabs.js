// Tabs as keyboards and screen readers know them; drawn again when one is chosen.
import { h } from "./dom.js";

export class Tabs {
  constructor(label, rows, chosen) {
    this.chosen = chosen;
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
    this.name = name;
    for (const row of this.rows) {
      const on = row.name === name;
      row.tab.setAttribute("aria-selected", String(on));
      row.tab.tabIndex = on ? 0 : -1;
      if (!row.elsewhere) row.panel.hidden = !on;
    }
    document.body.dataset.panel = name;
    if (tell) this.chosen(name);
  }

  count(name, n) {
    const { count } = this.rows.find((row) => row.name === name);
    count.textContent = n ? String(n) : "";
    count.hidden = !n;
  }
}
