// The text: CodeMirror with marks, undo, and the lines above the text folded away.
import { EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
import { EditorView, keymap, drawSelection, placeholder, highlightSpecialChars } from "@codemirror/view";
import { history, historyKeymap, defaultKeymap, undo, redo, undoDepth, redoDepth, isolateHistory, invertedEffects } from "@codemirror/commands";
import { markdown } from "./markdown.js";
import { syntaxHighlighting, HighlightStyle, codeFolding, foldEffect, unfoldAll, foldedRanges, unfoldEffect } from "@codemirror/language";
import { setDiagnostics, lintKeymap } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { tags } from "@lezer/highlight";
import { writingKeys } from "./writing.js";
import { S } from "./strings.js";
import { placeIn } from "./places.js";
import { h } from "./dom.js";

const look = HighlightStyle.define([
  { tag: tags.heading, class: "md-heading" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: tags.link, class: "md-link" },
  { tag: tags.url, class: "md-url" },
  { tag: tags.processingInstruction, class: "md-mark" },
  { tag: tags.comment, class: "md-comment" },
  { tag: tags.meta, class: "md-meta" },
]);

// Which page the text is of: “Undo” that brings another text back brings its page back, too.
const moved = StateEffect.define();
const whose = StateField.define({
  create: () => ({}),
  update: (value, { effects }) => effects.reduce((now, effect) => (effect.is(moved) ? effect.value : now), value),
});
const remembered = invertedEffects.of(({ effects, startState }) => (effects.some((e) => e.is(moved)) ? [moved.of(startState.field(whose))] : []));

const BLUR = 400; // ms in which a click that takes the focus away is over: nothing is drawn anew below it

const SEVERITY = { error: "error", warning: "warning", note: "info" };

export class Editor {
  constructor(parent, { nonce, readOnly = false, onChange = () => {}, onPaste = () => false, onCursor = () => {}, onWhose = () => {} }) {
    this.readOnly = readOnly;
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: "",
        extensions: [
          nonce ? EditorView.cspNonce.of(nonce) : [],
          history(), whose, remembered, highlightSpecialChars(), drawSelection(), EditorView.lineWrapping,
          markdown(), syntaxHighlighting(look), search({ top: true }), EditorState.phrases.of(S.searchWords),
          codeFolding({ placeholderDOM: (view, onclick) => this.chip(onclick) }),
          readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(true)] : placeholder(S.welcome),
          keymap.of([...(readOnly ? [] : writingKeys), ...lintKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
          EditorView.contentAttributes.of({
            "aria-label": S.editorLabel, tabindex: "0", spellcheck: "false", autocorrect: "off", autocapitalize: "sentences", ...(readOnly ? { "aria-readonly": "true" } : {}),
          }),
          EditorView.updateListener.of((update) => {
            if (update.startState.field(whose) !== update.state.field(whose)) onWhose(update.state.field(whose));
            if (update.docChanged) onChange(update);
            if (update.selectionSet && !update.docChanged) onCursor();
            if (update.focusChanged) setTimeout(onCursor, BLUR);
          }),
          EditorView.domEventHandlers({ paste: (event) => onPaste(event) }),
        ],
      }),
    });
  }

  chip(onclick) {
    return h("button", { class: "fold-chip", type: "button", onclick }, this.readOnly ? S.frontMatterShared : S.frontMatter);
  }

  get text() { return this.view.state.doc.toString(); }
  get doc() { return this.view.state.doc; }
  get canUndo() { return undoDepth(this.view.state) > 0; }
  get canRedo() { return redoDepth(this.view.state) > 0; }
  undo() { undo(this.view); this.view.focus(); }
  redo() { redo(this.view); this.view.focus(); }
  focus() { this.view.focus(); }

  // Whether the cursor stands in the line of a place, behind it.
  writesAt(place) {
    const { head } = this.view.state.selection.main;
    return this.view.hasFocus && head >= place && this.doc.lineAt(head).from === this.doc.lineAt(Math.min(place, this.doc.length)).from;
  }

  // Whether nothing stands beside what is selected: what is pasted is the whole text then.
  get bare() {
    const { from, to } = this.view.state.selection.main, { text } = this;
    return !text.slice(0, from).trim() && !text.slice(to).trim();
  }

  // All of the text anew, as one step that can be undone; only what differs is touched.
  set(text, page) {
    const old = this.text;
    const most = Math.min(old.length, text.length);
    let head = 0, tail = 0;
    while (head < most && old[head] === text[head]) head++;
    while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    if (!page && head + tail === old.length && old.length === text.length) return;
    this.change([{ from: head, to: old.length - tail, insert: text.slice(head, text.length - tail) }], undefined, page ? moved.of(page) : []);
  }

  change(changes, select, effects = []) {
    this.view.dispatch({
      changes, selection: select, effects, annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.mend")],
    });
  }

  // A text that was there before: it is not undone into nothing.
  start(text, page) {
    this.view.dispatch({ changes: { from: 0, to: this.doc.length, insert: text }, effects: moved.of(page), annotations: Transaction.addToHistory.of(false) });
  }

  // The page that the text is of from now on; that is no step to undo.
  isOf(page) { this.view.dispatch({ effects: moved.of(page), annotations: Transaction.addToHistory.of(false) }); }

  insert(text) {
    this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: "input.paste", scrollIntoView: true });
  }

  mark(findings, actions) {
    const rows = findings.map((f) => ({
      from: f.from, to: Math.max(f.to, f.from), severity: SEVERITY[f.severity], message: f.message, markClass: `mark-${f.severity}`,
      actions: actions(f),
    }));
    this.view.dispatch(setDiagnostics(this.view.state, rows));
  }

  place(position) { return placeIn(this.doc, position); }

  show(from, to, focus = true) {
    const effects = [EditorView.scrollIntoView(from, { y: "center" })];
    foldedRanges(this.view.state).between(from, to, (a, b) => { effects.push(unfoldEffect.of({ from: a, to: b })); });
    this.view.dispatch({ selection: { anchor: from, head: to }, effects });
    if (focus) this.view.focus();
  }

  // Folds the lines above the text (lines 1 to `body` - 1), which the form shows.
  fold(body) {
    const doc = this.doc;
    let last = Math.min(body, doc.lines) - 1;
    while (last > 1 && !doc.line(last).text.trim()) last--;
    if (last < 2) return;
    unfoldAll(this.view);
    this.view.dispatch({ effects: foldEffect.of({ from: 0, to: doc.line(last).to }) });
    const { head } = this.view.state.selection.main;
    if (head <= doc.line(last).to) {
      const next = Math.min(doc.line(last).to + 1, doc.length);
      this.view.dispatch({ selection: { anchor: next } });
    }
  }
}
