import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useAddress } from '../../../../components/use-address.ts';
import { draftParts, whereIs, type DraftPart } from './field-of-place.ts';

const keys = ['part', 'entry'] as const;

/** Which part and entry are open stands in the address; a field asked for is opened and gets the cursor. */
export function useFieldFocus() {
  const [{ part: named, entry }, setAddress] = useAddress(keys);
  const { hash } = useLocation();
  const wanted = useRef<Wanted | null>(
    hash === '' ? null : { field: decodeURIComponent(hash.slice(1)), opens: true },
  );
  const [, askAgain] = useState(0);
  const part: DraftPart = draftParts.find((each) => each === named) ?? 'titles';
  // After every drawing: the field may come with the next one only, when its entry has been opened.
  useEffect(() => {
    if (wanted.current === null) return;
    const { field, opens } = wanted.current;
    const place = whereIs(field);
    if (opens && (place.part !== part || place.entry !== entry)) return;
    wanted.current = null;
    focusOn(field);
  });
  const want = (field: string, opens: boolean) => {
    wanted.current = { field, opens };
    askAgain((count) => count + 1);
  };
  return {
    part,
    entry,
    open: (next: DraftPart, opened = '') => setAddress({ part: next, entry: opened }),
    /** Opens the part and the entry in which the field stands, too. */
    go: (field: string) => {
      setAddress(whereIs(field));
      want(field, true);
    },
    /** Of what is on the page already. */
    focus: (field: string) => want(field, false),
  };
}

interface Wanted {
  field: string;
  /** Its part and entry have to be open before. */
  opens: boolean;
}

/** The field, else what stands around it: its entry, its list. */
function focusOn(field: string): void {
  const segments = field.split('.');
  for (let length = segments.length; length > 0; length -= 1) {
    const element = document.getElementById(segments.slice(0, length).join('.'));
    if (element === null) continue;
    element.focus();
    element.scrollIntoView({ block: 'center' });
    return;
  }
}
