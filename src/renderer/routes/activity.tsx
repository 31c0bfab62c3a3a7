import { createFileRoute } from '@tanstack/react-router';
import { activitySearchSchema } from '../features/activity/activitySearch.ts';
import { ActivityScreen } from '../features/activity/ActivityScreen.tsx';

export const Route = createFileRoute('/activity')({ validateSearch: activitySearchSchema, component: ActivityScreen });
