import { checkResponses, compileItem, parseItem, score, shuffleOrder, writeItem } from '#libs/qti';

const item = (language: string, question: string, right: string, wrong: string): string => `
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    identifier="capital" title="Capital" xml:lang="${language}" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>A</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">
      <qti-prompt>${question}</qti-prompt>
      <qti-simple-choice identifier="A">${right}</qti-simple-choice>
      <qti-simple-choice identifier="B">${wrong}</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
  <qti-response-processing
      template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>`;

export function example(seed: string): string[] {
  // Read: the item, or everything that is wrong with it, each with its place.
  const tajik = parseItem(item('tg', 'Пойтахт?', 'Душанбе', 'Хуҷанд'), 'capital.tg.xml');
  const russian = parseItem(item('ru', 'Столица?', 'Душанбе', 'Худжанд'), 'capital.ru.xml');
  if (!tajik.ok || !russian.ok) return ['not read'];

  // Compile: one delivery for each language, which a browser may see, and one scoring, which it may not.
  const made = compileItem(tajik.item, { ru: russian.item });
  if (!made.ok) return made.problems.map(({ line, message }) => `${line}: ${message}`);
  const { delivery, scoring, maxScore, needsServer } = made;

  // The order of choices is drawn from the attempt's seed, the same in each language.
  const order = delivery['tg'] ? shuffleOrder(delivery['tg'], seed)['RESPONSE'] : [];

  // Score: a wrong type or an unknown identifier is refused, not guessed.
  const refused = checkResponses(scoring, { RESPONSE: 'C' }).map(({ code }) => code);
  const scored = score(scoring, { RESPONSE: 'A' }, seed);
  const points = scored.ok ? scored.score : 0;

  // Write: QTI 3.0, whatever version was read.
  const again = parseItem(writeItem(tajik.item), 'capital.xml');

  return [
    `languages ${Object.keys(delivery).join(', ')}`,
    `choices ${order?.toSorted().join(', ')}`,
    `refused ${refused.join()}`,
    `${points} of ${maxScore}`,
    needsServer.length === 0 ? 'may be taken offline' : 'needs the server',
    again.ok ? 'written and read' : 'lost',
  ];
}
