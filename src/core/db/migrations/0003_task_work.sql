CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`sort_order` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_manual` ON `views` (`sort_order`,`id`);--> statement-breakpoint
CREATE TABLE `task_assignees` (
	`task_id` text NOT NULL,
	`word` text NOT NULL,
	`is_open` integer NOT NULL,
	`due_sort` text NOT NULL,
	`sort_order` text NOT NULL,
	PRIMARY KEY(`task_id`, `word`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `task_assignees_due` ON `task_assignees` (`word`,`is_open`,`due_sort`,`task_id`);--> statement-breakpoint
CREATE INDEX `task_assignees_manual` ON `task_assignees` (`word`,`is_open`,`sort_order`,`task_id`);--> statement-breakpoint
CREATE TABLE `task_blockers` (
	`task_id` text NOT NULL,
	`blocker_id` text NOT NULL,
	PRIMARY KEY(`task_id`, `blocker_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `task_blockers_blocker` ON `task_blockers` (`blocker_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `task_counts` (
	`scope` text NOT NULL,
	`project` text NOT NULL,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`scope`, `project`, `status`, `priority`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `task_day_counts` (
	`scope` text NOT NULL,
	`status` text NOT NULL,
	`day` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`scope`, `status`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `task_labels` (
	`task_id` text NOT NULL,
	`word` text NOT NULL,
	`is_open` integer NOT NULL,
	`due_sort` text NOT NULL,
	`sort_order` text NOT NULL,
	PRIMARY KEY(`task_id`, `word`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `task_labels_due` ON `task_labels` (`word`,`is_open`,`due_sort`,`task_id`);--> statement-breakpoint
CREATE INDEX `task_labels_manual` ON `task_labels` (`word`,`is_open`,`sort_order`,`task_id`);
--> statement-breakpoint
CREATE TABLE `__new_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`due_date` text,
	`due_time` text,
	`project_id` text,
	`assignees` text NOT NULL,
	`labels` text NOT NULL,
	`sort_order` text NOT NULL,
	`recurrence` text,
	`blocked_by` text NOT NULL,
	`completed_at` integer,
	`series_id` text,
	`occurrence` text,
	`series_start` text,
	`is_ai_suggested` integer NOT NULL,
	`is_approved` integer NOT NULL,
	`client_id` text,
	`is_open` integer NOT NULL,
	`due_sort` text NOT NULL,
	`completed_sort` integer NOT NULL,
	`has_description` integer NOT NULL,
	`checklist_total` integer NOT NULL,
	`checklist_done` integer NOT NULL,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`open_blocker_count` integer DEFAULT 0 NOT NULL,
	`description` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_tasks` (id, version, created_at, updated_at, title, status, priority, due_date, due_time, project_id, assignees, labels, sort_order, recurrence, blocked_by, completed_at, series_id, occurrence, series_start, is_ai_suggested, is_approved, client_id, is_open, due_sort, completed_sort, has_description, checklist_total, checklist_done, comment_count, open_blocker_count, description)
  SELECT id, version, created_at, updated_at, title, status, priority, due_date, due_time, project_id, assignees, labels, sort_order, recurrence, '[]', completed_at, iif(recurrence is null, null, id), iif(recurrence is null, null, due_date), iif(recurrence is null, null, due_date), is_ai_suggested, is_approved, client_id, is_open, due_sort, completed_sort, has_description, count_boxes(description), count_ticked_boxes(description), comment_count, 0, description FROM `tasks`;
--> statement-breakpoint
DROP TABLE `tasks`;
--> statement-breakpoint
ALTER TABLE `__new_tasks` RENAME TO `tasks`;
--> statement-breakpoint
CREATE INDEX `tasks_open_due` ON `tasks` (`is_open`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_status_due` ON `tasks` (`status`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_status_manual` ON `tasks` (`status`,`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_open_manual` ON `tasks` (`is_open`,`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_manual` ON `tasks` (`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_project_due` ON `tasks` (`project_id`,`is_open`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_project_manual` ON `tasks` (`project_id`,`is_open`,`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_client_due` ON `tasks` (`client_id`,`is_open`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_client_manual` ON `tasks` (`client_id`,`is_open`,`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_priority_due` ON `tasks` (`priority`,`is_open`,`due_sort`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_priority_manual` ON `tasks` (`priority`,`is_open`,`sort_order`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_pending` ON `tasks` (`due_sort`,`id`) WHERE is_approved = 0;
--> statement-breakpoint
CREATE INDEX `tasks_series` ON `tasks` (`series_id`,`occurrence`) WHERE series_id is not null;
--> statement-breakpoint
CREATE INDEX `tasks_created` ON `tasks` (`is_open`,`created_at`,`id`,`project_id`,`client_id`,`priority`,`status`);
--> statement-breakpoint
CREATE INDEX `tasks_updated` ON `tasks` (`is_open`,`updated_at`,`id`,`project_id`,`client_id`,`priority`,`status`);
--> statement-breakpoint
CREATE INDEX `tasks_completed` ON `tasks` (`is_open`,`completed_sort`,`id`,`project_id`,`client_id`,`priority`,`status`);
--> statement-breakpoint
INSERT OR IGNORE INTO `task_labels` (task_id, word, is_open, due_sort, sort_order)
  SELECT t.id, w.value, t.is_open, t.due_sort, t.sort_order FROM `tasks` t, json_each(t.labels) w;
--> statement-breakpoint
INSERT OR IGNORE INTO `task_assignees` (task_id, word, is_open, due_sort, sort_order)
  SELECT t.id, w.value, t.is_open, t.due_sort, t.sort_order FROM `tasks` t, json_each(t.assignees) w;
--> statement-breakpoint
INSERT INTO `counts` (key, value)
  SELECT s.scope, count(*) FROM (
    SELECT 'label/' || word AS scope, task_id AS id FROM `task_labels`
    UNION ALL SELECT 'assignee/' || word, task_id FROM `task_assignees`
  ) s JOIN `tasks` t ON t.id = s.id WHERE t.is_approved GROUP BY 1;
--> statement-breakpoint
INSERT INTO `task_counts` (scope, project, status, priority, value)
  SELECT s.scope, ifnull(t.project_id, 'none'), t.status, t.priority, count(*) FROM (
    SELECT 'all' AS scope, id FROM `tasks`
    UNION ALL SELECT 'label/' || word, task_id FROM `task_labels`
    UNION ALL SELECT 'assignee/' || word, task_id FROM `task_assignees`
  ) s JOIN `tasks` t ON t.id = s.id WHERE t.is_approved GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO `task_day_counts` (scope, status, day, value)
  SELECT s.scope, t.status, ifnull(t.due_date, 'none'), count(*) FROM (
    SELECT 'all' AS scope, id FROM `tasks`
    UNION ALL SELECT 'project/' || ifnull(project_id, 'none'), id FROM `tasks`
    UNION ALL SELECT 'client/' || ifnull(client_id, 'none'), id FROM `tasks`
    UNION ALL SELECT 'priority/' || priority, id FROM `tasks`
    UNION ALL SELECT 'label/' || word, task_id FROM `task_labels`
    UNION ALL SELECT 'assignee/' || word, task_id FROM `task_assignees`
  ) s JOIN `tasks` t ON t.id = s.id WHERE t.is_approved GROUP BY 1, 2, 3;
