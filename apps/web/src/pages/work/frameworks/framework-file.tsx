import { useState } from 'react';
import { Refusal } from '../../../api/problem.ts';
import { FileField } from '../../../components/file-field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { RefusalNotice, useFieldWords } from '../../../components/refusal-notice.tsx';
import { Table } from '../../../components/table.tsx';
import { useWords } from '../../../i18n/use-words.ts';

interface Fault {
  field: string;
  message: string;
}

/** A framework as a file. With one fault nothing is saved, and every fault is named with its place. */
export function FrameworkFile({
  label,
  onDocument,
}: {
  label: string;
  onDocument: (document: unknown) => Promise<void>;
}) {
  const { t } = useWords();
  const byField = useFieldWords();
  const [faults, setFaults] = useState<Fault[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const send = async (file: File) => {
    setFaults([]);
    setRefusal(null);
    setUnreadable(null);
    const document = readJson(await file.text());
    if ('problem' in document) {
      setUnreadable(document.problem);
      return;
    }
    try {
      await onDocument(document.value);
    } catch (error) {
      const named = error instanceof Refusal ? byField(error) : [];
      setFaults(named);
      if (named.length === 0) setRefusal(error);
    }
  };
  return (
    <div className="stack">
      <FileField
        id="framework-file"
        label={label}
        hint={t('frameworks.work.fileHint')}
        accept=".json,application/json"
        onFile={(file) => void send(file)}
      />
      {unreadable !== null && (
        <Notice tone="refusal" title={t('frameworks.work.unreadable')} live>
          <p className="mono">{unreadable}</p>
        </Notice>
      )}
      {refusal !== null && <RefusalNotice error={refusal} />}
      {faults.length > 0 && (
        <Notice tone="refusal" title={t('frameworks.work.faults')} live>
          <Table
            caption={t('frameworks.work.faults')}
            rows={faults}
            rowKey={(fault) => `${fault.field}/${fault.message}`}
            columns={[
              {
                key: 'field',
                title: t('frameworks.work.place'),
                heads: true,
                cell: (fault) => <span className="mono">{fault.field}</span>,
              },
              {
                key: 'message',
                title: t('sittings.problem'),
                cell: (fault) => fault.message,
              },
            ]}
          />
        </Notice>
      )}
    </div>
  );
}

function readJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
