export type Act =
  | { does: 'next' | 'back' | 'flag' | 'review' | 'help' }
  | { does: 'choose'; place: number };

const letters: Readonly<Record<string, Act>> = {
  KeyN: { does: 'next' },
  KeyB: { does: 'back' },
  KeyF: { does: 'flag' },
  KeyR: { does: 'review' },
};

interface Press {
  code: string;
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** By the key's place: on a Cyrillic layout the same keys do the same. */
export function actOf({ code, key, ctrlKey, altKey, metaKey }: Press): Act | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (key === '?') return { does: 'help' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
  if (digit) return { does: 'choose', place: Number(digit[1]) };
  return letters[code];
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}
