import { Download, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityFilter } from '../../../contracts/activity.ts';
import { Button } from '../../components/ui/Button.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { formatNumber, todayDay } from '../../i18n/format.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { readCsv } from './exportCsv.ts';

/** Everything that the filters leave, as a CSV file. Says how far it is, and can be stopped. */
export function ExportButton({ filter, disabled }: { filter: ActivityFilter; disabled: boolean }) {
  const { t } = useTranslation('activity');
  const [rows, setRows] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (): Promise<void> => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setRows(0);
    try {
      const made = await readCsv(filter, { onProgress: setRows, signal: controller.signal });
      saveFile(made.file, t('export.fileName', { day: todayDay() }));
      showToast({ message: t('export.done', { count: made.rows, formatted: formatNumber(made.rows) }) });
    } catch (error) {
      if (!controller.signal.aborted)
        showToast({ message: t('export.failed', { reason: describeError(error) }), tone: 'error' });
    } finally {
      running.current = null;
      setRows(null);
    }
  };
  const isWorking = rows !== null;
  return (
    <>
      <Button size="sm" variant="ghost" disabled={disabled} aria-disabled={isWorking} onClick={() => void run()}>
        <Download aria-hidden className="icon-14" />
        <span className="tabular-nums">
          {isWorking ? t('export.working', { rows: formatNumber(rows) }) : t('export.label')}
        </span>
      </Button>
      {isWorking ? (
        <IconButton size="row" label={t('export.stop')} onClick={() => running.current?.abort()}>
          <X aria-hidden className="icon-14" />
        </IconButton>
      ) : null}
    </>
  );
}
