/** Offers data of the page as a JSON file. */
export function download(data: unknown, name: string): void {
  offer(JSON.stringify(data, null, 2), 'application/json', name);
}

/** Offers text of the page as a file. */
export function offer(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
