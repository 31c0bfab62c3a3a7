import { createRootRoute, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Toaster } from '../components/ui/Toast.tsx';
import { TooltipProvider } from '../components/ui/Tooltip.tsx';
import { ChatPanel } from '../features/chat/ChatPanel.tsx';
import { ChatProvider } from '../features/chat/ChatProvider.tsx';
import { AppShortcuts } from '../features/commands/AppShortcuts.tsx';
import { ShortcutSheetProvider } from '../features/commands/ShortcutSheetProvider.tsx';
import { useConnectionNotice } from '../features/live/useConnectionNotice.ts';
import { useLiveEvents } from '../features/live/useLiveEvents.ts';
import { QuickAddDialogProvider } from '../features/quickAdd/QuickAddDialogProvider.tsx';
import { SearchDialogProvider } from '../features/search/SearchDialogProvider.tsx';
import { useAppearance } from '../features/settings/useSettings.ts';
import { Boundary } from '../features/shell/Boundary.tsx';
import { OpeningNotices } from '../features/shell/OpeningNotices.tsx';
import { RootFault } from '../features/shell/RootFault.tsx';
import { Sidebar } from '../features/shell/Sidebar.tsx';
import { useUndoMenu } from '../features/undo/useUndoMenu.ts';
import { useIsPopOut, usePopOutLinks } from '../features/windows/popOut.ts';

export const Route = createRootRoute({ component: Root, errorComponent: RootFault });

function Root() {
  const { t } = useTranslation('shell');
  useLiveEvents();
  useConnectionNotice();
  useAppearance();
  useUndoMenu();
  usePopOutLinks();
  // The window of one record has neither sidebar nor chat.
  const isPopOut = useIsPopOut();
  return (
    <TooltipProvider delayDuration={500}>
      <ChatProvider>
        <ShortcutSheetProvider>
          <QuickAddDialogProvider>
            <SearchDialogProvider>
              {isPopOut ? null : (
                <a
                  href="#content"
                  className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-surface-raised px-3 py-1.5 shadow-2 focus:translate-y-0"
                >
                  {t('skipToContent')}
                </a>
              )}
              <div className="flex h-full">
                <Boundary part="line">{isPopOut ? null : <Sidebar />}</Boundary>
                <main id="content" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col outline-none">
                  <Boundary part="line">{isPopOut ? null : <OpeningNotices />}</Boundary>
                  <Outlet />
                </main>
              </div>
              <AppShortcuts />
              {isPopOut ? null : <ChatPanel />}
              <Toaster />
            </SearchDialogProvider>
          </QuickAddDialogProvider>
        </ShortcutSheetProvider>
      </ChatProvider>
    </TooltipProvider>
  );
}
