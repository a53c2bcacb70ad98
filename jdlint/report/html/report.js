"use strict";
const form = document.getElementById("filters");
const told = document.getElementById("told");

function apply() {
  const wanted = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
  const rule = form.elements.rule.value;
  let shown = 0;
  for (const page of document.querySelectorAll("details.page")) {
    let here = 0;
    for (const finding of page.querySelectorAll("article")) {
      const on = wanted.has(finding.dataset.severity) && (!rule || finding.dataset.rule === rule || finding.dataset.rule.startsWith(rule + "/"));
      finding.hidden = !on;
      here += on;
    }
    page.hidden = here === 0;
    if (rule && here) page.open = true;
    shown += here;
  }
  told.textContent = shown === 1 ? "1 finding shown" : shown + " findings shown";
}

form.hidden = false;
form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
for (const link of document.querySelectorAll("[data-pick]")) {
  link.addEventListener("click", () => { form.elements.rule.value = link.dataset.pick; apply(); });
}
addEventListener("beforeprint", () => { for (const page of document.querySelectorAll("details")) page.open = true; });
