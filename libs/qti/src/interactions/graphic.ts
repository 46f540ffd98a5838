// Interactions on a picture: hotspot, select point, graphic order, associate and gap match.
import type { ElementNode } from '../model/content.ts';
import { optional, readFields, whole, withDefault, writeFields } from '../read/fields.ts';
import { globals, tag } from '../write/xml.ts';
import type { XmlElement } from '../xml/element.ts';
import { remember } from '../xml/source.ts';
import {
  isPresent,
  prompt,
  readAssociableHotspot,
  readGapChoice,
  readHotspot,
  writeGapChoice,
  writeHotspot,
} from './choices.ts';
import {
  childrenByName,
  distinct,
  pictureOf,
  pictures,
  promptOf,
  responseField,
  type Form,
} from './form.ts';

const choosing = {
  ...responseField,
  minChoices: withDefault('min-choices', whole, 0),
  maxChoices: withDefault('max-choices', whole, 1),
};
const ordering = {
  ...responseField,
  minChoices: optional('min-choices', whole),
  maxChoices: optional('max-choices', whole),
};
const associating = {
  ...responseField,
  minAssociations: withDefault('min-associations', whole, 0),
  maxAssociations: withDefault('max-associations', whole, 1),
};

export const hotspot: Form<'hotspot'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, choosing);
    const children = childrenByName(reading, element, [
      'qti-prompt',
      ...pictures,
      'qti-hotspot-choice',
    ]);
    const asked = promptOf(reading, children);
    const image = pictureOf(reading, element, children);
    const spots = children.get('qti-hotspot-choice') ?? [];
    if (spots.length === 0)
      reading.source.problem(element, 'missing-element', 'no hotspots', 'qti-hotspot-choice');
    const hotspots = distinct(
      reading,
      element,
      spots.map((spot) => readHotspot(reading, spot)).filter(isPresent),
    );
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'hotspot', ...values, attributes, prompt: asked, image, hotspots },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-hotspot-interaction',
      { ...writeFields(choosing, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
      ...it.hotspots.map((one) => writeHotspot('qti-hotspot-choice', one)),
    ),
};

export const selectPoint: Form<'select-point'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, choosing);
    const children = childrenByName(reading, element, ['qti-prompt', ...pictures]);
    const asked = promptOf(reading, children);
    const image = pictureOf(reading, element, children);
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'select-point', ...values, attributes, prompt: asked, image },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-select-point-interaction',
      { ...writeFields(choosing, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
    ),
};

export const graphicOrder: Form<'graphic-order'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, ordering);
    const children = childrenByName(reading, element, [
      'qti-prompt',
      ...pictures,
      'qti-hotspot-choice',
    ]);
    const asked = promptOf(reading, children);
    const image = pictureOf(reading, element, children);
    const spots = children.get('qti-hotspot-choice') ?? [];
    if (spots.length === 0)
      reading.source.problem(element, 'missing-element', 'no hotspots', 'qti-hotspot-choice');
    const hotspots = distinct(
      reading,
      element,
      spots.map((spot) => readHotspot(reading, spot)).filter(isPresent),
    );
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'graphic-order', ...values, attributes, prompt: asked, image, hotspots },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-graphic-order-interaction',
      { ...writeFields(ordering, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
      ...it.hotspots.map((one) => writeHotspot('qti-hotspot-choice', one)),
    ),
};

export const graphicAssociate: Form<'graphic-associate'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, associating);
    const children = childrenByName(reading, element, [
      'qti-prompt',
      ...pictures,
      'qti-associable-hotspot',
    ]);
    const asked = promptOf(reading, children);
    const image = pictureOf(reading, element, children);
    const spots = children.get('qti-associable-hotspot') ?? [];
    if (spots.length === 0)
      reading.source.problem(element, 'missing-element', 'no hotspots', 'qti-associable-hotspot');
    const found = spots.map((spot) => readAssociableHotspot(reading, spot)).filter(isPresent);
    const hotspots = distinct(reading, element, found);
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'graphic-associate', ...values, attributes, prompt: asked, image, hotspots },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-graphic-associate-interaction',
      { ...writeFields(associating, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
      ...it.hotspots.map((one) => writeHotspot('qti-associable-hotspot', one)),
    ),
};

const gapNames = ['qti-gap-img', 'qti-gap-text'];

export const graphicGapMatch: Form<'graphic-gap-match'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, associating);
    const allowed = ['qti-prompt', ...pictures, ...gapNames, 'qti-associable-hotspot'];
    const children = childrenByName(reading, element, allowed);
    const asked = promptOf(reading, children);
    const image: ElementNode | undefined = pictureOf(reading, element, children);
    const gaps = element.children.filter(
      (child): child is XmlElement => typeof child !== 'string' && gapNames.includes(child.name),
    );
    const spots = children.get('qti-associable-hotspot') ?? [];
    if (gaps.length === 0)
      reading.source.problem(element, 'missing-element', 'no choices', gapNames.join(' or '));
    if (spots.length === 0)
      reading.source.problem(element, 'missing-element', 'no gaps', 'qti-associable-hotspot');
    const choices = gaps.map((gap) => readGapChoice(reading, gap)).filter(isPresent);
    const hotspots = spots.map((spot) => readAssociableHotspot(reading, spot)).filter(isPresent);
    distinct(reading, element, [...choices, ...hotspots]);
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'graphic-gap-match', ...values, attributes, prompt: asked, image, choices, hotspots },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-graphic-gap-match-interaction',
      { ...writeFields(associating, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
      ...it.choices.map((one) => writeGapChoice(one, content)),
      ...it.hotspots.map((one) => writeHotspot('qti-associable-hotspot', one)),
    ),
};
