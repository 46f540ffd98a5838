import type { Catalog, CatalogEntry, Item, Material, Stimulus } from '../model/item.ts';
import { writeFields } from '../read/fields.ts';
import { cardFields, catalogFields, entryFields } from '../read/read-catalogs.ts';
import { itemFields } from '../read/read-item.ts';
import { modalFields, stimulusFields, stylesheetFields } from '../read/read-item-parts.ts';
import { QTI3_NAMESPACE } from '../xml/names.ts';
import { writeContent } from './write-content.ts';
import { writeRules } from './write-rules.ts';
import { writeContext, writeOutcome, writeResponse, writeTemplate } from './write-values.ts';
import { escapeText, globals, tag } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/';

/**
 * A QTI 3.0 document (ASI binding, "qti-assessment-item") that reads back equal, whatever version the item
 * came from. Of an item that parseItem gave; throws nothing.
 */
export function writeItem(item: Item): string {
  const { adaptive, timeDependent, ...values } = item;
  const attributes = {
    xmlns: QTI3_NAMESPACE,
    ...writeFields(itemFields, values),
    adaptive: String(adaptive),
    'time-dependent': String(timeDependent),
  };
  const parts = [
    ...item.contexts.map(writeContext),
    ...item.responses.map(writeResponse),
    ...item.outcomes.map(writeOutcome),
    ...item.templates.map(writeTemplate),
    item.templateRules.length === 0
      ? ''
      : tag('qti-template-processing', {}, writeRules(item.templateRules, 'template')),
    ...item.stimuli.map((stimulus) =>
      tag('qti-assessment-stimulus-ref', writeFields(stimulusFields, stimulus)),
    ),
    item.materials.length === 0
      ? ''
      : tag('qti-companion-materials-info', {}, ...item.materials.map(writeMaterial)),
    ...item.stylesheets.map((sheet) =>
      tag('qti-stylesheet', { type: sheet.type, ...writeFields(stylesheetFields, sheet) }),
    ),
    tag('qti-item-body', globals(item.attributes), writeContent(item.body)),
    writeCatalogs(item.catalogs),
    writeProcessing(item),
    ...item.modalFeedback.map(({ content, ...feedback }) =>
      tag(
        'qti-modal-feedback',
        writeFields(modalFields, feedback),
        tag('qti-content-body', {}, writeContent(content)),
      ),
    ),
  ];
  return `${HEAD}${tag('qti-assessment-item', attributes, '\n', ...parts.filter(Boolean).map((part) => `${part}\n`))}\n`;
}

function writeProcessing({ processing: { template, rules } }: Item): string {
  if (template !== undefined)
    return tag('qti-response-processing', { template: `${TEMPLATES}${template}.xml` });
  return rules.length === 0
    ? ''
    : tag('qti-response-processing', {}, writeRules(rules, 'response'));
}

const writeMaterial = ({ name, attributes, text = '', children }: Material): string =>
  tag(name, attributes, escapeText(text), ...children.map(writeMaterial));

const writeCatalogs = (catalogs: readonly Catalog[]): string =>
  catalogs.length === 0
    ? ''
    : tag(
        'qti-catalog-info',
        {},
        ...catalogs.map((catalog) =>
          tag(
            'qti-catalog',
            writeFields(catalogFields, catalog),
            ...catalog.cards.map((card) =>
              tag('qti-card', writeFields(cardFields, card), ...card.entries.map(writeEntry)),
            ),
          ),
        ),
      );

function writeEntry({ content, files = [], attributes, ...entry }: CatalogEntry): string {
  const inside = [
    content ? tag('qti-html-content', {}, writeContent(content)) : '',
    ...files.map(({ href, mediaType }) =>
      tag('qti-file-href', { 'mime-type': mediaType }, escapeText(href)),
    ),
  ];
  return tag(
    'qti-card-entry',
    { ...writeFields(entryFields, entry), ...globals(attributes) },
    ...inside,
  );
}

/**
 * A QTI 3.0 document (ASI binding, "qti-assessment-stimulus") that reads back equal. Of a stimulus that
 * parseStimulus gave; throws nothing.
 */
export function writeStimulus(stimulus: Stimulus): string {
  const { identifier, title, label, language } = stimulus;
  return `${HEAD}${tag(
    'qti-assessment-stimulus',
    { xmlns: QTI3_NAMESPACE, identifier, title, label, 'xml:lang': language },
    ...stimulus.stylesheets.map((sheet) =>
      tag('qti-stylesheet', { type: sheet.type, ...writeFields(stylesheetFields, sheet) }),
    ),
    tag('qti-stimulus-body', globals(stimulus.attributes), writeContent(stimulus.body)),
    writeCatalogs(stimulus.catalogs),
  )}\n`;
}
