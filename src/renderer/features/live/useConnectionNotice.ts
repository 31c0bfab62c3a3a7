import { useEffect } from 'react';
import { closeConnectionErrors } from '../../components/ui/showError.ts';
import { closeToast, showToast } from '../../components/ui/Toast.tsx';
import { connection } from '../../connection.ts';
import { describeErrorData } from '../../i18n/describeError.ts';
import { t } from '../../i18n/i18n.ts';

const TOAST = 'connection';
/** A break shorter than this is not worth a word. */
const PATIENCE = 1_000;

/** Says when the line to core is broken, for as long as it is. */
export function useConnectionNotice(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      const { state } = connection;
      clearTimeout(timer);
      switch (state.name) {
        case 'connecting':
          return;
        case 'connected':
          closeToast(TOAST);
          closeConnectionErrors();
          return;
        case 'lost':
          timer = setTimeout(() => {
            showToast({
              id: TOAST,
              tone: 'error',
              message: t('shell:connection.lost'),
              action: {
                label: t('shell:connection.retry'),
                onSelect: () => {
                  connection.retry();
                },
              },
            });
          }, PATIENCE);
          return;
        case 'refused':
          showToast({
            id: TOAST,
            tone: 'error',
            message:
              state.error.code === 'unauthorized' ? t('shell:connection.refused') : describeErrorData(state.error),
          });
      }
    };
    show();
    const stop = connection.onStateChange(show);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}
