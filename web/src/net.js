// Talks to the server that the page came from, and to nobody else.
export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function answered(response) {
  const data = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, data.error || `${response.status}`);
  return data;
}

export async function get(path, signal) {
  return answered(await fetch(path, { signal }));
}

export async function post(path, data, signal) {
  return answered(await fetch(path, {
    method: "POST", signal, headers: { "Content-Type": "application/json" }, body: JSON.stringify(data),
  }));
}

export async function upload(path, file) {
  return answered(await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file,
  }));
}

export async function remove(path, key) {
  return answered(await fetch(path, {
    method: "DELETE", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key }),
  }));
}
