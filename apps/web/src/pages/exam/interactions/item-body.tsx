import type { Interaction } from '#libs/qti';
import { AnsweringContext, type Answering } from './answering.ts';
import { Content, InteractionContext } from './content.tsx';
import { InteractionView } from './interaction-view.tsx';

/** A whole item: its words, and in them what is to be answered. */
export function ItemBody({ answering }: { answering: Answering }) {
  return (
    <InteractionContext value={draw}>
      <AnsweringContext value={answering}>
        <div className="question__body">
          <Content nodes={answering.item.body} />
        </div>
      </AnsweringContext>
    </InteractionContext>
  );
}

const draw = (interaction: Interaction) => <InteractionView interaction={interaction} />;
