import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewQuery, type Item } from '../../../api/items.ts';
import { Loaded } from '../../../components/loaded.tsx';
import type { Language } from '../../../i18n/languages.ts';
import { withAnswer } from '../../exam/interactions/answering.ts';
import { ItemBody } from '../../exam/interactions/item-body.tsx';
import type { ItemResponse } from '../../exam/journal/journal.ts';
import '../../exam/player/player.css';

/** The item as the candidate will see it, drawn by the player's own parts; it can be tried, nothing is kept. */
export function ItemPreview({ item, language }: { item: Item; language: Language }) {
  const preview = useQuery(previewQuery(item, language));
  const [response, setResponse] = useState<ItemResponse>(null);
  return (
    <Loaded query={preview}>
      {({ delivery }) => (
        <div className="item-preview question" lang={language}>
          <ItemBody
            answering={{
              itemId: item.itemId,
              item: delivery,
              response,
              answer: (identifier, value) =>
                setResponse((before) => withAnswer(before, identifier, value)),
              order: {},
              locked: false,
            }}
          />
        </div>
      )}
    </Loaded>
  );
}
