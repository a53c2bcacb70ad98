// Markdown for people who do not know it: lists that go on, and headings, items and bold words by a button or keys.
import { EditorSelection } from "@codemirror/state";

const ITEM = /^(\s*)([*+-]|\d{1,3}[.)])(\s+)/;
const HEADING = /^#{1,6} +/;
const event = { userEvent: "input", scrollIntoView: true };

// The mark that the next item of a list has.
const next = (mark) => mark.replace(/\d+/, (n) => String(Number(n) + 1));

// Enter in an item begins the next one; in an empty one it ends the list.
export function continueList(view) {
  const { state } = view, { main } = state.selection;
  const line = state.doc.lineAt(main.head), item = ITEM.exec(line.text);
  if (!main.empty || !item || main.head < line.from + item[0].length || state.readOnly) return false;
  if (!line.text.slice(item[0].length).trim()) {
    // the line that is left blank keeps what is written next out of the list
    view.dispatch({ ...event, changes: { from: line.from, to: line.to, insert: "\n" }, selection: { anchor: line.from + 1 } });
    return true;
  }
  const insert = `\n${item[1]}${next(item[2])}${item[3]}`;
  view.dispatch({ ...event, changes: { from: main.head, insert }, selection: { anchor: main.head + insert.length } });
  return true;
}

// The lines that are selected and hold words; the one of the cursor may be empty.
function lines({ doc, selection: { main } }) {
  const out = [];
  for (let n = doc.lineAt(main.from).number; n <= doc.lineAt(main.to).number; n++) out.push(doc.line(n));
  return out.length > 1 ? out.filter((line) => line.text.trim()) : out;
}

// Gives lines a mark in front, in the place of what they have there; takes it away where all have it.
const marking = (has, mark) => (view) => {
  const rows = lines(view.state), all = rows.every((line) => has.test(line.text));
  const changes = rows.map(({ from, text }) => {
    const old = (HEADING.exec(text) || ITEM.exec(text) || [""])[0];
    return { from, to: from + old.length, insert: all ? "" : mark };
  });
  const set = view.state.changes(changes);
  view.dispatch({ ...event, changes: set, selection: view.state.selection.map(set, 1) });
  view.focus();
  return true;
};
export const toggleHeading = marking(HEADING, "## ");
export const toggleList = marking(ITEM, "* ");

// Puts marks around what is selected or the word at the cursor; takes them away where they are there.
const around = (mark) => (view) => {
  const { state } = view, { main } = state.selection;
  const { from, to } = main.empty ? state.wordAt(main.head) || main : main;
  const n = mark.length, before = state.sliceDoc(from - n, from), after = state.sliceDoc(to, to + n);
  if (before === mark && after === mark) {
    view.dispatch({ ...event, changes: [{ from: from - n, to: from }, { from: to, to: to + n }] });
  } else {
    view.dispatch({ ...event, changes: [{ from, insert: mark }, { from: to, insert: mark }], selection: EditorSelection.range(from + n, to + n) });
  }
  view.focus();
  return true;
};
export const toggleBold = around("**");

export const writingKeys = [
  { key: "Enter", run: continueList }, { key: "Mod-b", run: toggleBold }, { key: "Mod-i", run: around("*") },
];
