// Where jdlint is: what the settings say, the project's own environment, the selected interpreter, PATH.
import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

const BIN = process.platform === "win32" ? "Scripts" : "bin";
const NAME = process.platform === "win32" ? "jdlint.exe" : "jdlint";

/** The jdlint to run; undefined where there is none. */
export async function findJdlint(): Promise<string | undefined> {
  const chosen = vscode.workspace.getConfiguration("jdlint").get<string>("path", "").trim();
  if (chosen) return chosen;
  const folders = vscode.workspace.workspaceFolders ?? [];
  // an environment in a folder that nobody trusts is not run
  const own = vscode.workspace.isTrusted
    ? folders.flatMap((folder) => [".venv", "venv"].map((name) => path.join(folder.uri.fsPath, name, BIN, NAME)))
    : [];
  const selected = await interpreterFolder(folders[0]?.uri);
  const beside = selected ? [path.join(selected, NAME)] : [];
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean).map((folder) => path.join(folder, NAME));
  return [...own, ...beside, ...onPath].find(isProgram);
}

/** The folder of the interpreter that the Python extension has selected. */
async function interpreterFolder(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const python = vscode.extensions.getExtension("ms-python.python");
  if (!python) return undefined;
  const api = python.isActive ? python.exports : await python.activate();
  const found: unknown = api?.environments?.getActiveEnvironmentPath?.(resource)?.path;
  if (typeof found !== "string" || !found) return undefined;
  return fs.existsSync(found) && fs.statSync(found).isDirectory() ? path.join(found, BIN) : path.dirname(found);
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
