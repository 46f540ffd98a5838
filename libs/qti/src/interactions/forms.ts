import type { InteractionKind } from '../model/content.ts';
import { associate, gapMatch, match } from './associating.ts';
import { choice, hottext, inlineChoice, order } from './choosing.ts';
import { extendedText, slider, textEntry } from './entering.ts';
import type { Form } from './form.ts';
import {
  graphicAssociate,
  graphicGapMatch,
  graphicOrder,
  hotspot,
  selectPoint,
} from './graphic.ts';
import { drawing, endAttempt, media, positionObject, upload } from './handling.ts';

export const interactionForms: { readonly [K in InteractionKind]: Form<K> } = {
  choice,
  order,
  associate,
  match,
  'gap-match': gapMatch,
  'inline-choice': inlineChoice,
  'text-entry': textEntry,
  'extended-text': extendedText,
  hottext,
  hotspot,
  'select-point': selectPoint,
  'graphic-order': graphicOrder,
  'graphic-associate': graphicAssociate,
  'graphic-gap-match': graphicGapMatch,
  'position-object': positionObject,
  slider,
  media,
  upload,
  drawing,
  'end-attempt': endAttempt,
};

/** Interactions of the standard that this library knows and will not run. */
export const refusedInteractions: Readonly<Record<string, string>> = {
  'qti-portable-custom-interaction':
    'a portable custom interaction brings its own script, which is neither delivered nor scored here',
  'qti-custom-interaction':
    "a custom interaction has a vendor's own meaning, which nothing here can show or score",
};

// Which response variable each interaction may fill ("Interactions", response-identifier of each).
interface Binding {
  readonly cardinalities: readonly string[];
  readonly baseTypes: readonly string[];
}

const one = ['single'];
const several = ['single', 'multiple'];

export const bindings: Readonly<Record<InteractionKind, Binding>> = {
  choice: { cardinalities: [...several, 'ordered'], baseTypes: ['identifier'] },
  order: { cardinalities: ['ordered'], baseTypes: ['identifier'] },
  associate: { cardinalities: several, baseTypes: ['pair'] },
  match: { cardinalities: several, baseTypes: ['directedPair'] },
  'gap-match': { cardinalities: several, baseTypes: ['directedPair'] },
  'inline-choice': { cardinalities: one, baseTypes: ['identifier'] },
  'text-entry': { cardinalities: ['single', 'record'], baseTypes: ['string', 'integer', 'float'] },
  'extended-text': {
    cardinalities: ['single', 'multiple', 'ordered', 'record'],
    baseTypes: ['string', 'integer', 'float'],
  },
  hottext: { cardinalities: several, baseTypes: ['identifier'] },
  hotspot: { cardinalities: several, baseTypes: ['identifier'] },
  'select-point': { cardinalities: several, baseTypes: ['point'] },
  'graphic-order': { cardinalities: ['ordered'], baseTypes: ['identifier'] },
  'graphic-associate': { cardinalities: several, baseTypes: ['pair'] },
  'graphic-gap-match': { cardinalities: several, baseTypes: ['directedPair'] },
  'position-object': { cardinalities: several, baseTypes: ['point'] },
  slider: { cardinalities: one, baseTypes: ['integer', 'float'] },
  media: { cardinalities: one, baseTypes: ['integer'] },
  upload: { cardinalities: one, baseTypes: ['file'] },
  drawing: { cardinalities: one, baseTypes: ['file'] },
  'end-attempt': { cardinalities: one, baseTypes: ['boolean'] },
};
