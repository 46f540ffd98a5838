import { useState } from 'react';
import { Refusal } from '../../../api/problem.ts';
import { sittings, type Enrolled } from '../../../api/sittings.ts';
import { offer } from '../../../components/download.ts';
import { FileField } from '../../../components/file-field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { RefusalNotice } from '../../../components/refusal-notice.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { readLineProblem } from './line-problem.ts';

export interface EnrolListProps {
  sittingId: string;
  onDone: (answer: Enrolled) => Promise<void>;
}

interface LineError {
  line: number;
  column: string;
  message: string;
}

/** A list as CSV. With one wrong line nobody is enrolled, and every wrong line is named. */
export function EnrolList({ sittingId, onDone }: EnrolListProps) {
  const { t } = useWords();
  const [errors, setErrors] = useState<LineError[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const send = async (file: File) => {
    setErrors([]);
    setRefusal(null);
    try {
      await onDone(await sittings.enrolList(sittingId, await file.text()));
    } catch (error) {
      const named =
        error instanceof Refusal && error.reason === 'list-with-errors'
          ? (error.problem?.errors ?? [])
          : [];
      setErrors(named.map(({ line = 0, column = '', message }) => ({ line, column, message })));
      if (named.length === 0) setRefusal(error);
    }
  };
  return (
    <div className="enrol__way">
      <FileField
        id="list"
        label={t('sittings.byList')}
        hint={t('sittings.listHint')}
        accept=".csv,text/csv"
        onFile={(file) => void send(file)}
      />
      <p>
        <button
          type="button"
          className="button"
          onClick={() => offer('practitionerId,extraMinutes\r\n', 'text/csv', 'candidates.csv')}
        >
          {t('sittings.template')}
        </button>
      </p>
      {refusal !== null && <RefusalNotice error={refusal} />}
      {errors.length > 0 && <LineErrors errors={errors} />}
    </div>
  );
}

function LineErrors({ errors }: { errors: LineError[] }) {
  const { t } = useWords();
  return (
    <Notice tone="refusal" title={t('refusals.list-with-errors')} live>
      <Table
        caption={t('sittings.lineErrors')}
        rows={errors}
        rowKey={(error) => `${error.line}/${error.column}/${error.message}`}
        columns={[
          {
            key: 'line',
            title: t('sittings.line'),
            heads: true,
            cell: (error) => error.line,
          },
          { key: 'column', title: t('sittings.column'), cell: (error) => error.column },
          {
            key: 'message',
            title: t('sittings.problem'),
            cell: (error) => {
              const { code, value } = readLineProblem(error.message);
              return code === null ? error.message : t(`sittings.lineProblems.${code}`, { value });
            },
          },
        ]}
      />
    </Notice>
  );
}
