import type { Stimulus } from '../model/item.ts';
import { childrenByName } from '../interactions/form.ts';
import type { XmlElement } from '../xml/element.ts';
import { optional, readFields, required, text } from './fields.ts';
import { startReading } from './read-body.ts';
import { readCatalogs } from './read-catalogs.ts';
import { openDocument, type Parsed } from './read-document.ts';
import { readStylesheet } from './read-item-parts.ts';
import type { Reading } from './reading.ts';

export const stimulusFields = {
  identifier: required('identifier', text),
  title: required('title', text),
  label: optional('label', text),
  language: optional('xml:lang', text),
};

/** The stimulus, or everything that is wrong with the document. */
export type ParsedStimulus = Parsed<'stimulus', Stimulus>;

/**
 * Reads one QTI 3.0 stimulus: material that several items refer to (ASI, "assessmentStimulus"). What is
 * wrong with it comes back as parseItem's problems do. Throws nothing.
 */
export function parseStimulus(xml: string, file: string): ParsedStimulus {
  const { source, root } = openDocument(xml, file, 'qti-assessment-stimulus');
  const stimulus = root && readStimulus(startReading(source), root);
  const { problems, warnings } = source;
  return stimulus && problems.length === 0
    ? { ok: true, stimulus, warnings }
    : { ok: false, problems, warnings };
}

function readStimulus(reading: Reading, root: XmlElement): Stimulus | undefined {
  const { source } = reading;
  const read = readFields(source, root, stimulusFields);
  const children = childrenByName(reading, root, [
    'qti-stylesheet',
    'qti-stimulus-body',
    'qti-catalog-info',
  ]);
  const [body, second] = children.get('qti-stimulus-body') ?? [];
  if (body === undefined) {
    source.problem(root, 'missing-element', 'the stimulus has no body', 'qti-stimulus-body');
  }
  if (second) source.problem(second, 'unexpected-element', 'a second body', 'one');
  if (!read || !body) return undefined;
  return {
    ...read.values,
    stylesheets: (children.get('qti-stylesheet') ?? []).flatMap(
      (element) => readStylesheet(source, element) ?? [],
    ),
    attributes: readFields(source, body, {})?.attributes ?? {},
    body: reading.content(body),
    catalogs: readCatalogs(reading, children.get('qti-catalog-info') ?? []),
  };
}
