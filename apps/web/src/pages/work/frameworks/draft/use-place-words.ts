import { languageNames } from '../../../../i18n/languages.ts';
import { useWords } from '../../../../i18n/use-words.ts';
import { codeOf, entriesOf, idOf } from './draft-edits.ts';
import type { DraftModel } from './draft-model.ts';
import { aboutField, whereIs } from './field-of-place.ts';

/** Which field it is, in words: the part, the entry by its code, the level, the language. */
export function usePlaceWords(model: DraftModel): (field: string) => string {
  const { t } = useWords();
  return (field) => {
    const { part, entry } = whereIs(field);
    const { level, language } = aboutField(field);
    const said = [t(`frameworkDraft.parts.${part}`)];
    if (part === 'requirements') said.push(...endsOf(model, field));
    else if (part !== 'titles' && entry !== '') {
      const found = entriesOf(model, part).find((each) => idOf(each) === entry);
      said.push((found && codeOf(found)) || t('frameworkDraft.unnamed'));
    }
    if (level !== null && part !== 'levels') said.push(t('frameworkDraft.level', { level }));
    if (field === 'notice' || field.startsWith('notice.')) said.push(t('frameworkDraft.notice'));
    if (language !== null) said.push(languageNames[language]);
    return said.join(', ');
  };
}

function endsOf({ roles, competencies }: DraftModel, field: string): string[] {
  const [, role, competency] = field.split('.');
  return [
    roles.find(({ roleId }) => roleId === role)?.code,
    competencies.find(({ competencyId }) => competencyId === competency)?.code,
  ].filter((code) => code !== undefined);
}
