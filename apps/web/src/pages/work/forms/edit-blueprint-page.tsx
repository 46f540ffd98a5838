import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Framework } from '../../../api/competency.ts';
import { blueprintQuery, forms, type Blueprint, type BlueprintRow } from '../../../api/forms.ts';
import { useNewestFramework } from '../../../api/use-newest-framework.ts';
import { localisedFields, localisedOf, missing, text } from '../../../components/form-data.ts';
import { Form } from '../../../components/form.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { LocalisedField } from '../../../components/localised-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { BlueprintRows } from './blueprint-rows.tsx';

export function NewBlueprintPage() {
  const framework = useNewestFramework();
  return framework ? <BlueprintEditor blueprint={null} framework={framework} /> : <Waiting />;
}

export function EditBlueprintPage() {
  const { blueprintId = '' } = useParams();
  const blueprint = useQuery(blueprintQuery(blueprintId));
  const framework = useNewestFramework();
  if (!framework) return <Waiting />;
  return (
    <Loaded query={blueprint}>
      {(data) => <BlueprintEditor blueprint={data} framework={framework} />}
    </Loaded>
  );
}

interface BlueprintEditorProps {
  blueprint: Blueprint | null;
  framework: Framework;
}

function BlueprintEditor({ blueprint, framework }: BlueprintEditorProps) {
  const { t, words } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const firstCode = framework.competencies[0]?.code ?? '';
  const [rows, setRows] = useState<BlueprintRow[]>(
    blueprint?.rows ?? [{ competencyCode: firstCode, level: 1, cognitiveDemand: null, count: 10 }],
  );
  return (
    <Page
      width="wide"
      kicker={t('forms.blueprint')}
      title={blueprint ? words(blueprint.title) : t('forms.newBlueprint')}
    >
      <Form
        submit={t('items.save')}
        check={(data) => missing(data, localisedFields('title'), t('shell.errors.required'))}
        onSubmit={async (data) => {
          const plan = {
            title: localisedOf(data, 'title'),
            frameworkId: framework.frameworkId,
            frameworkVersion: framework.version,
            competencyCode: text(data, 'competencyCode'),
            level: Number(text(data, 'level')),
            rows,
          };
          const saved = await (blueprint
            ? forms.changeBlueprint(blueprint, plan)
            : forms.createBlueprint(plan));
          queries.setQueryData(blueprintQuery(saved.blueprintId).queryKey, saved);
          await queries.invalidateQueries({ queryKey: ['blueprints'] });
          await navigate(`/work/forms/blueprints/${saved.blueprintId}`);
        }}
      >
        {(errorOf) => (
          <>
            <LocalisedField
              name="title"
              label={t('forms.name')}
              errorOf={errorOf}
              {...(blueprint ? { defaultValue: blueprint.title } : {})}
            />
            <fieldset className="form-part">
              <legend>{t('forms.evidences')}</legend>
              <SelectField
                name="competencyCode"
                label={t('national.competency')}
                defaultValue={blueprint?.competencyCode ?? firstCode}
                error={errorOf('competencyCode')}
                choices={framework.competencies.map(({ code, title }) => ({
                  value: code,
                  label: `${code} ${words(title)}`,
                }))}
              />
              <SelectField
                name="level"
                label={t('frameworks.level')}
                defaultValue={String(blueprint?.level ?? 1)}
                error={errorOf('level')}
                choices={framework.levels.map(({ level, title }) => ({
                  value: String(level),
                  label: `${level} ${words(title)}`,
                }))}
              />
            </fieldset>
            <BlueprintRows rows={rows} framework={framework} onChange={setRows} errorOf={errorOf} />
          </>
        )}
      </Form>
    </Page>
  );
}
