/** A list whose signature and form were checked once, to be held against many credentials. */
export type OpenedStatusList =
  | {
      genuine: true;
      id: string;
      issuer: string;
      purposes: string[];
      bits: Uint8Array;
      /** When it was signed; the earlier of its dates, or a thief could make an old key speak today. */
      asOf: string;
      validUntil: string | null;
      /** When the first of its proofs expires (VC Data Integrity 1.0 §2.1). */
      expires: string | null;
      ttl: number | null;
    }
  | { genuine: false; id: string | null; why: string };

/** Membership, not looks: a stranger's JSON may say of itself that it was opened. */
const openedHere = new WeakSet<object>();

export function markOpened(list: OpenedStatusList): void {
  openedHere.add(list);
}

export function isOpened(list: unknown): list is OpenedStatusList {
  return typeof list === 'object' && list !== null && openedHere.has(list);
}
