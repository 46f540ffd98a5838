import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { frameworkQuery, frameworksQuery, type Framework } from '../../../api/competency.ts';
import {
  schemes,
  schemesKey,
  schemeVersionsQuery,
  type Scheme,
  type SchemeRequirement,
} from '../../../api/schemes.ts';
import { Empty } from '../../../components/empty.tsx';
import { Form } from '../../../components/form.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { NotFoundPage } from '../../not-found-page.tsx';
import { useFrameworks } from '../practitioners/use-frameworks.ts';
import { RequirementRows } from './requirement-rows.tsx';
import { SchemeBasisFields, SchemeRuleFields } from './scheme-fields.tsx';
import { knownTo, problemsOf, schemeOf } from './scheme-form.ts';

export function NewSchemePage() {
  const { t } = useWords();
  const listed = useQuery(frameworksQuery);
  const frameworks = useFrameworks();
  const first = frameworks[0];
  if (first) return <SchemeEditor scheme={null} frameworks={frameworks} first={first} />;
  if (listed.isPending || (listed.data?.items.length ?? 0) > 0) return <Waiting />;
  return (
    <Page width="wide" kicker={t('work.schemes.title')} title={t('schemes.new')}>
      <Empty title={t('frameworks.emptyTitle')}>
        <p>{t('refusals.no-framework')}</p>
      </Empty>
    </Page>
  );
}

export function EditSchemePage() {
  const { schemeId = '' } = useParams();
  const versions = useQuery(schemeVersionsQuery(schemeId));
  return (
    <Loaded query={versions}>
      {({ items: [newest] }) => (newest ? <WithFramework scheme={newest} /> : <NotFoundPage />)}
    </Loaded>
  );
}

/** The framework's version that the scheme is under, and the newest ones. */
function WithFramework({ scheme }: { scheme: Scheme }) {
  const own = useQuery(frameworkQuery(scheme.frameworkId, scheme.frameworkVersion));
  const newest = useFrameworks();
  return (
    <Loaded query={own}>
      {(first) => (
        <SchemeEditor
          scheme={scheme}
          first={first}
          frameworks={[first, ...newest.filter((one) => keyOf(one) !== keyOf(first))]}
        />
      )}
    </Loaded>
  );
}

const keyOf = ({ frameworkId, version }: Framework): string => `${frameworkId}/${version}`;

interface SchemeEditorProps {
  scheme: Scheme | null;
  frameworks: readonly Framework[];
  first: Framework;
}

function SchemeEditor({ scheme, frameworks, first }: SchemeEditorProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [framework, setFramework] = useState(first);
  const [rows, setRows] = useState<SchemeRequirement[]>(scheme?.requirements ?? []);
  const isNewVersion = scheme?.state === 'published';
  const version = (scheme?.version ?? 0) + (isNewVersion ? 1 : 0);
  return (
    <Page
      width="wide"
      kicker={t('work.schemes.title')}
      title={scheme ? t('schemes.editTitle', { code: scheme.code, version }) : t('schemes.new')}
    >
      {isNewVersion && (
        <Notice>
          <p>{t('schemes.newVersionText')}</p>
        </Notice>
      )}
      <Form
        submit={t('items.save')}
        check={(data) =>
          problemsOf(data, rows).map(({ field, code }) => ({
            field,
            message: t(`schemes.problems.${code}`),
          }))
        }
        onSubmit={async (data) => {
          const body = schemeOf(data, framework, rows);
          const saved = await (scheme ? schemes.change(scheme, body) : schemes.create(body));
          await queries.invalidateQueries({ queryKey: schemesKey });
          await navigate(`/work/schemes/${saved.id}`);
        }}
      >
        {(errorOf) => (
          <>
            <SchemeBasisFields
              scheme={scheme}
              frameworks={frameworks.map((one) => ({
                key: keyOf(one),
                title: one.title,
                version: one.version,
              }))}
              chosen={keyOf(framework)}
              onChoose={(key) => {
                const next = frameworks.find((one) => keyOf(one) === key);
                if (!next) return;
                setFramework(next);
                setRows(knownTo(next, rows));
              }}
              errorOf={errorOf}
            />
            <RequirementRows
              rows={rows}
              framework={framework}
              onChange={setRows}
              errorOf={errorOf}
            />
            <SchemeRuleFields scheme={scheme} errorOf={errorOf} />
          </>
        )}
      </Form>
    </Page>
  );
}
