// Starts `jdlint lsp` and offers its commands; everything about pages is the server's affair.
import { execFile } from "node:child_process";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, State, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { findJdlint } from "./find";

const INSTALL = 'pip install "jdlint[lsp]"';
const PAGES = ["markdown", "mdx"];
let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;
let output: vscode.OutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("jdlint");
  status = vscode.window.createStatusBarItem("jdlint", vscode.StatusBarAlignment.Right);
  status.name = "jdlint";
  status.command = "jdlint.checkSite";
  const command = (name: string, run: (...given: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, run);
  context.subscriptions.push(
    output,
    status,
    command("jdlint.fixAll", fixAll),
    command("jdlint.explain", explain),
    command("jdlint.checkSite", checkSite),
    command("jdlint.report", report),
    command("jdlint.restart", restart),
    vscode.languages.onDidChangeDiagnostics(count),
    vscode.window.onDidChangeActiveTextEditor(count),
    vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration("jdlint") ? restart() : undefined)),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(): Promise<void> {
  if (!vscode.workspace.getConfiguration("jdlint").get<boolean>("enable", true)) return;
  const jdlint = await findJdlint();
  if (!jdlint) return missing();
  const server: ServerOptions = { command: jdlint, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: [
      ...PAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ language, scheme }))),
      { language: "yaml", scheme: "file", pattern: "**/*.{yaml,yml}" },
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{md,mdx,markdown,yaml,yml,toml,html}") },
    outputChannel: output,
  };
  client = new LanguageClient("jdlint", "jdlint", server, options);
  client.onDidChangeState((event) => {
    if (event.newState === State.Stopped) show("$(error) jdlint", "jdlint has stopped: start it again");
  });
  try {
    await client.start();
    count();
  } catch (error) {
    show("$(error) jdlint", String(error));
    const choice = await vscode.window.showErrorMessage(
      `jdlint could not be started (${jdlint}). Does it have what an editor needs? ${INSTALL}`,
      "Show the log",
    );
    if (choice) output.show();
  }
}

async function missing(): Promise<void> {
  show("$(warning) jdlint", `jdlint is not installed: ${INSTALL}`);
  const choice = await vscode.window.showWarningMessage(`jdlint is not installed here. In a terminal: ${INSTALL}`, "Copy the command", "Try again");
  if (choice === "Copy the command") await vscode.env.clipboard.writeText(INSTALL);
  if (choice === "Try again") await restart();
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined);
  client = undefined;
  await start();
}

function show(text: string, tooltip: string): void {
  status.text = text;
  status.tooltip = tooltip;
  status.show();
}

/** The status item tells how many findings the page has. */
function count(): void {
  const editor = vscode.window.activeTextEditor;
  if (!client?.isRunning() || !editor || !PAGES.includes(editor.document.languageId)) return status.hide();
  const found = vscode.languages.getDiagnostics(editor.document.uri).filter((row) => row.source === "jdlint").length;
  const words = found === 0 ? "nothing to mend" : found === 1 ? "1 finding" : `${found} findings`;
  show(`$(checklist) ${found}`, `jdlint: ${words} on this page`);
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.jdlint", apply: "first" });
}

async function explain(rule?: string): Promise<void> {
  const here = vscode.window.activeTextEditor;
  const rules = here
    ? vscode.languages.getDiagnostics(here.document.uri).filter((row) => row.source === "jdlint").map((row) => codeOf(row))
    : [];
  const names = [...new Set(rules)].sort();
  const chosen = rule ?? (names.length ? await vscode.window.showQuickPick(names, { title: "Which rule?" }) : undefined)
    ?? (names.length ? undefined : await vscode.window.showInputBox({ title: "Which rule?", placeHolder: "links/broken-page" }));
  if (chosen) await told(["explain", chosen]);
}

function codeOf(row: vscode.Diagnostic): string {
  return String(typeof row.code === "object" ? row.code.value : row.code);
}

async function checkSite(): Promise<void> {
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: "jdlint checks the site" }, () =>
    told(["check", "--format", "concise"]));
}

async function report(): Promise<void> {
  const file = path.join(os.tmpdir(), `jdlint-report-${process.pid}.html`);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: "jdlint writes the report" }, () =>
    run(["check", "--format", "html", "--exit-zero", "--output-file", file]));
  await vscode.env.openExternal(vscode.Uri.file(file));
}

/** Shows what a command prints. */
async function told(words: string[]): Promise<void> {
  const text = await run(words);
  output.clear();
  output.append(text);
  output.show(true);
}

async function run(words: string[]): Promise<string> {
  const jdlint = await findJdlint();
  if (!jdlint) {
    await missing();
    return "";
  }
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const env = { ...process.env, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(jdlint, words, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}
