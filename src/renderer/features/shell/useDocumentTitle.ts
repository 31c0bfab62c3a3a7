import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPopOut } from '../windows/popOut.ts';

/** The window's title: the screen's, then the program's; the window of one record is called as that. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('shell');
  const isPopOut = useIsPopOut();
  const text = isPopOut ? title : t('windowTitle', { title });
  useEffect(() => {
    document.title = text;
  }, [text]);
}
