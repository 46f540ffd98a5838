import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { examQuery, exams, type Exam } from '../../../api/exams.ts';
import {
  blueprintsQuery,
  formsQuery,
  type AssembledForm,
  type Blueprint,
} from '../../../api/forms.ts';
import { Form } from '../../../components/form.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { Page } from '../../../layout/page.tsx';
import { BasisFields } from './basis-fields.tsx';
import { examOf, problemsOf } from './exam-form.ts';
import { RuleFields } from './rule-fields.tsx';

export function NewExamPage() {
  return <WithForms exam={null} />;
}

export function EditExamPage() {
  const { examId = '' } = useParams();
  const exam = useQuery(examQuery(examId));
  return <Loaded query={exam}>{(data) => <WithForms exam={data} />}</Loaded>;
}

function WithForms({ exam }: { exam: Exam | null }) {
  const blueprints = useQuery(blueprintsQuery);
  const forms = useQuery(formsQuery({ state: 'published', blueprintId: '', offset: '' }));
  if (!blueprints.data || !forms.data) return <Waiting />;
  return (
    <ExamEditor
      exam={exam}
      blueprints={blueprints.data.items.filter(({ state }) => state === 'published')}
      forms={forms.data.items}
    />
  );
}

interface ExamEditorProps {
  exam: Exam | null;
  blueprints: Blueprint[];
  forms: AssembledForm[];
}

function ExamEditor({ exam, blueprints, forms }: ExamEditorProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <Page
      width="wide"
      kicker={t('work.exams.title')}
      title={exam ? t('exams.editTitle', { code: exam.code }) : t('exams.new')}
    >
      <Form
        submit={t('items.save')}
        check={(data) =>
          problemsOf(data).map(({ field, code }) => ({
            field,
            message: t(`exams.problems.${code}`),
          }))
        }
        onSubmit={async (data) => {
          const draft = examOf(data, blueprints, exam);
          const saved = await (exam ? exams.change(exam, draft) : exams.create(draft));
          queries.setQueryData(examQuery(saved.examId).queryKey, saved);
          await queries.invalidateQueries({ queryKey: ['exams'] });
          await navigate(`/work/exams/${saved.examId}`);
        }}
      >
        {(errorOf) => (
          <>
            <BasisFields exam={exam} blueprints={blueprints} forms={forms} errorOf={errorOf} />
            <RuleFields exam={exam} errorOf={errorOf} />
          </>
        )}
      </Form>
    </Page>
  );
}
