import { useQuery } from '@tanstack/react-query';
import { attemptCalls } from '../../../api/attempt.ts';
import { readSession } from '../../../api/client.ts';
import { journalStore } from '../journal/journal-store.ts';
import { packageBytes } from '../player/open-attempt.ts';

export interface Check {
  name: 'store' | 'crypto' | 'server' | 'package';
  passed: boolean;
  /** Without it the exam cannot be sat here. */
  needed: boolean;
  size: number;
}

/** Tried, not asked: each check does the very thing that the exam will need. */
export function useComputerCheck(sittingId: string) {
  return useQuery({
    queryKey: ['computer-check', sittingId],
    queryFn: () => checkComputer(sittingId),
    retry: false,
    staleTime: 60_000,
  });
}

async function checkComputer(sittingId: string): Promise<Check[]> {
  const [store, secure, server, size] = await Promise.all([
    journalStore.works(),
    canDecrypt(),
    readSession().then(
      () => true,
      () => false,
    ),
    fetchAhead(sittingId),
  ]);
  return [
    { name: 'store', passed: store, needed: false, size: 0 },
    { name: 'crypto', passed: secure, needed: true, size: 0 },
    { name: 'server', passed: server, needed: true, size: 0 },
    { name: 'package', passed: size !== null, needed: false, size: size ?? 0 },
  ];
}

async function canDecrypt(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['decrypt']);
    return true;
  } catch {
    return false;
  }
}

/** Package, player and receipt's page come before the start: it is one small request and needs no page after it. */
async function fetchAhead(sittingId: string): Promise<number | null> {
  try {
    await Promise.all([import('../player/exam-page.tsx'), import('../after/receipt-page.tsx')]);
    const { digest } = await attemptCalls.packagePlan(sittingId);
    return Math.ceil((await packageBytes(digest)).byteLength / 1024);
  } catch {
    return null;
  }
}
