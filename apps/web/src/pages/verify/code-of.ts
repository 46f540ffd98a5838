/** The code of what was typed or read: the square on the paper holds the address of this page. */
export function codeOf(text: string): string {
  const address = /\/verify\/([^/?#\s]+)/.exec(text)?.[1];
  if (address === undefined) return text.trim();
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
