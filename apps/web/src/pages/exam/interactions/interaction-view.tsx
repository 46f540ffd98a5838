import type { Interaction } from '#libs/qti';
import { useWords } from '../../../i18n/use-words.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { MatchQuestion } from './match-question.tsx';
import { OrderQuestion } from './order-question.tsx';
import { InlineChoice, LongText, Slider, TextEntry } from './text-questions.tsx';

export function InteractionView({ interaction }: { interaction: Interaction }) {
  const { t } = useWords();
  switch (interaction.kind) {
    case 'choice':
      return <ChoiceQuestion interaction={interaction} />;
    case 'order':
      return <OrderQuestion interaction={interaction} />;
    case 'match':
      return <MatchQuestion interaction={interaction} />;
    case 'text-entry':
      return <TextEntry interaction={interaction} />;
    case 'extended-text':
      return <LongText interaction={interaction} />;
    case 'inline-choice':
      return <InlineChoice interaction={interaction} />;
    case 'slider':
      return <Slider interaction={interaction} />;
    case 'associate':
    case 'drawing':
    case 'end-attempt':
    case 'gap-match':
    case 'graphic-associate':
    case 'graphic-gap-match':
    case 'graphic-order':
    case 'hotspot':
    case 'hottext':
    case 'media':
    case 'position-object':
    case 'select-point':
    case 'upload':
      return <p className="quiet">{t('exam.notShown')}</p>;
  }
}
