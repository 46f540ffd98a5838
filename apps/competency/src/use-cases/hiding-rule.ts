import type { Text } from '../domain/framework/framework.ts';

/** Said in every national answer, so that a reader knows why a cell is empty. */
export const HIDING_RULE: Text = {
  en: 'Figures about fewer than 5 people are hidden, and further figures with them, so that no hidden one can be computed from those shown; what is hidden is the same for every filter.',
  ru: 'Показатели менее чем о 5 людях скрыты, а с ними и другие, чтобы скрытое нельзя было вычислить по показанному; скрыто одно и то же при любом отборе.',
  tg: 'Нишондиҳандаҳо дар бораи камтар аз 5 нафар пинҳонанд ва ҳамроҳи онҳо баъзе дигар низ, то пинҳонро аз рӯйи нишондода ҳисоб карда натавонанд; дар ҳама гуна интихоб ҳамон чиз пинҳон аст.',
  machineDrafted: ['tg'],
};
