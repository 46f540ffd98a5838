// Interactions with things: position object, media, upload, drawing, and the button that ends a try.
import {
  coords,
  flag,
  optional,
  point,
  readFields,
  required,
  text,
  whole,
  withDefault,
  words,
  writeFields,
} from '../read/fields.ts';
import { globals, tag } from '../write/xml.ts';
import { remember } from '../xml/source.ts';
import { prompt } from './choices.ts';
import { childrenByName, pictureOf, pictures, promptOf, responseField, type Form } from './form.ts';

const positionFields = {
  ...responseField,
  centerPoint: optional('center-point', point),
  minChoices: withDefault('min-choices', whole, 0),
  maxChoices: withDefault('max-choices', whole, 1),
};

export const positionObject: Form<'position-object'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, positionFields);
    const children = childrenByName(reading, element, [...pictures]);
    const object = pictureOf(reading, element, children);
    if (!read || !object) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'position-object', ...values, attributes, object },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-position-object-interaction',
      { ...writeFields(positionFields, it), ...globals(it.attributes) },
      content([it.object]),
    ),
};

const mediaFields = {
  ...responseField,
  autostart: required('autostart', flag),
  minPlays: withDefault('min-plays', whole, 0),
  maxPlays: withDefault('max-plays', whole, 0),
  loop: withDefault('loop', flag, false),
  coords: optional('coords', coords),
};

export const media: Form<'media'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, mediaFields);
    const names = ['object', 'video', 'audio'];
    const children = childrenByName(reading, element, ['qti-prompt', ...names]);
    const asked = promptOf(reading, children);
    const played = pictureOf(reading, element, children, names);
    if (!read || !played) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'media', ...values, attributes, prompt: asked, media: played },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-media-interaction',
      { ...writeFields(mediaFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.media]),
    ),
};

const uploadFields = { ...responseField, mediaTypes: optional('type', words) };

export const upload: Form<'upload'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, uploadFields);
    const asked = promptOf(reading, childrenByName(reading, element, ['qti-prompt']));
    if (!read) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'upload', ...values, attributes, prompt: asked },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-upload-interaction',
      { ...writeFields(uploadFields, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
    ),
};

export const drawing: Form<'drawing'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, responseField);
    const children = childrenByName(reading, element, ['qti-prompt', ...pictures]);
    const asked = promptOf(reading, children);
    const image = pictureOf(reading, element, children);
    if (!read || !image) return undefined;
    const { values, attributes } = read;
    return remember(
      { kind: 'drawing', ...values, attributes, prompt: asked, image },
      reading.source,
      element,
    );
  },
  write: (it, content) =>
    tag(
      'qti-drawing-interaction',
      { ...writeFields(responseField, it), ...globals(it.attributes) },
      prompt(it.prompt, content),
      content([it.image]),
    ),
};

const endFields = {
  ...responseField,
  title: required('title', text),
  countAttempt: withDefault('count-attempt', flag, true),
};

export const endAttempt: Form<'end-attempt'> = {
  read(reading, element) {
    const read = readFields(reading.source, element, endFields);
    childrenByName(reading, element, []);
    if (!read) return undefined;
    return remember(
      { kind: 'end-attempt', ...read.values, attributes: read.attributes },
      reading.source,
      element,
    );
  },
  write: (it) =>
    tag('qti-end-attempt-interaction', {
      ...writeFields(endFields, it),
      ...globals(it.attributes),
    }),
};
