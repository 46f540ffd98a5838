import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { itemQuery, items, type Item } from '../../../api/items.ts';
import { useMe } from '../../../api/session.ts';
import { Acts, type Act } from '../../../components/acts.tsx';
import { CheckGroup } from '../../../components/check-group.tsx';
import { Notice } from '../../../components/notice.tsx';
import { languageNames } from '../../../i18n/languages.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { stepsOf } from './item-steps.ts';
import { checkedOf } from '../../../components/form-data.ts';

/** What this account may do to the item as it stands; and why not, where another person has to. */
export function ItemActs({ item }: { item: Item }) {
  const { t } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  if (!me) return null;
  const keep = async (changed: Item) => {
    queries.setQueryData(itemQuery(item.itemId).queryKey, changed);
    await queries.invalidateQueries({ queryKey: ['items'] });
  };
  const { steps, barred } = stepsOf(item, me);
  const lastApproval = item.reviews.findLast((review) => review.verdict === 'approve');
  const all: Record<'submit' | 'approve' | 'return' | 'publish' | 'newVersion', Act> = {
    submit: {
      key: 'submit',
      title: t('items.submit.title'),
      explains: <p>{t('items.submit.explains')}</p>,
      submit: t('items.submit.submit'),
      reasonLabel: null,
      perform: async () => keep(await items.submit(item)),
      done: t('items.submit.done'),
    },
    approve: {
      key: 'approve',
      title: t('items.approve.title'),
      explains: <p>{t('items.approve.explains')}</p>,
      submit: t('items.approve.submit'),
      reasonLabel: t('items.approve.comment'),
      fields: (errorOf) => (
        <CheckGroup
          name="languages"
          label={t('items.approve.languages')}
          error={errorOf('languages')}
          defaultValues={item.languages}
          choices={item.languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      ),
      perform: async (data, comment) =>
        keep(
          await items.review(item, {
            verdict: 'approve',
            comment,
            languages: checkedOf(data, 'languages'),
          }),
        ),
      done: t('items.approve.done'),
    },
    return: {
      key: 'return',
      title: t('items.return.title'),
      explains: <p>{t('items.return.explains')}</p>,
      submit: t('items.return.submit'),
      reasonLabel: t('items.return.comment'),
      perform: async (_, comment) => keep(await items.review(item, { verdict: 'return', comment })),
      done: t('items.return.done'),
    },
    publish: {
      key: 'publish',
      title: t('items.publish.title'),
      explains: (
        <>
          <p>{t('items.publish.explains')}</p>
          {lastApproval && (
            <blockquote className="reviews__comment">{lastApproval.comment}</blockquote>
          )}
        </>
      ),
      submit: t('items.publish.submit'),
      perform: async (_, reason) => keep(await items.publish(item, reason)),
      done: t('items.publish.done'),
    },
    newVersion: {
      key: 'newVersion',
      title: t('items.newVersion.title'),
      explains: <p>{t('items.newVersion.explains')}</p>,
      submit: t('items.newVersion.submit'),
      reasonLabel: null,
      perform: async () => {
        await keep(await items.newVersion(item.itemId));
        await navigate(`/work/items/${item.itemId}/edit`);
      },
    },
  };
  return (
    <>
      {barred !== null && (
        <Notice>
          <p>{t(`refusals.${barred}`)}</p>
        </Notice>
      )}
      {steps.includes('edit') && (
        <p>
          <Link className="button button--primary" to={`/work/items/${item.itemId}/edit`}>
            {t('items.edit')}
          </Link>
        </p>
      )}
      <Acts acts={steps.filter((step) => step !== 'edit').map((step) => all[step])} />
    </>
  );
}
