import { createFileRoute } from '@tanstack/react-router';
import { AssistantSettings } from '../features/settings/AssistantSettings.tsx';

export const Route = createFileRoute('/settings/assistant')({ component: AssistantSettings });
