import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { examsQuery, type Exam } from '../../../api/exams.ts';
import { useMe } from '../../../api/session.ts';
import { Empty } from '../../../components/empty.tsx';
import { Status } from '../../../components/status.tsx';
import { useAddress } from '../../../components/use-address.ts';
import { WorkList } from '../../../components/work-list.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';

const keys = ['offset'] as const;

export function ExamsPage() {
  const { t, words, number } = useWords();
  const me = useMe();
  const [address, change] = useAddress(keys);
  const query = useQuery(examsQuery(address.offset));
  return (
    <Page width="wide" title={t('work.exams.title')} lead={t('work.exams.text')}>
      {me?.permissions.includes('exams.edit') && (
        <p>
          <Link className="button button--primary" to="/work/exams/new">
            {t('exams.new')}
          </Link>
        </p>
      )}
      <WorkList<Exam>
        query={query}
        caption={t('work.exams.title')}
        rowKey={(row) => row.examId}
        offset={address.offset}
        onOffset={(offset) => change({ offset })}
        empty={
          <Empty title={t('exams.emptyTitle')}>
            <p>{t('exams.empty')}</p>
          </Empty>
        }
        columns={[
          {
            key: 'title',
            title: t('cases.exam'),
            heads: true,
            cell: (row) => <Link to={`/work/exams/${row.examId}`}>{words(row.title)}</Link>,
          },
          { key: 'code', title: t('exams.code'), cell: (row) => row.code },
          { key: 'level', title: t('cases.level'), number: true, cell: (row) => row.level },
          {
            key: 'minutes',
            title: t('exams.minutes'),
            number: true,
            cell: (row) => row.rules.minutes,
          },
          {
            key: 'cut',
            title: t('cases.cutScore'),
            number: true,
            cell: (row) => number(row.rules.cutScore.score),
          },
          {
            key: 'forms',
            title: t('exams.forms'),
            number: true,
            cell: (row) => row.formIds.length,
          },
          {
            key: 'languages',
            title: t('items.languages'),
            cell: (row) => row.rules.languages.map((each) => each.toUpperCase()).join(', '),
          },
          {
            key: 'state',
            title: t('certificate.state'),
            cell: (row) => <Status state={row.state} />,
          },
        ]}
      />
    </Page>
  );
}
