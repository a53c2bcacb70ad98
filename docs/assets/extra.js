// Wide tables scroll, so whoever has only a keyboard must reach them (WCAG 2.2, 2.1.1); the boxes that choose the colours are
// hidden, so nobody should land on them.
const mend = () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code")) box.tabIndex = 0;
  for (const box of document.querySelectorAll("input.md-option")) box.tabIndex = -1;
};
mend();
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
